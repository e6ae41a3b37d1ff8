using Made.Core.Facts;

namespace Made.Intake.Checking;

/// <summary>The position of a column's value in the supply's texts. It comes as kept text or as a code, which is given its position when first met.</summary>
internal sealed class PositionOf(ColumnCheck? column, FactText texts)
{
    private readonly int[] positions = column is CodeColumn codes ? new int[codes.Choices] : [];

    public int Now => column switch
    {
        KeptTextColumn text => text.Position,
        CodeColumn code => OfCode(code),
        _ => 0,
    };

    private int OfCode(CodeColumn code)
    {
        if (code.Index == 0)
            return 0;
        if (positions[code.Index] == 0)
            positions[code.Index] = texts.PositionOf(code.Kept);
        return positions[code.Index];
    }
}
