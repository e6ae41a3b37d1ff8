using System.Text;
using Made.Core.Exchange;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>One of the declared values. Case and surrounding spaces are forgiven, because what is kept is the declared spelling.</summary>
internal sealed class CodeColumn : ColumnCheck
{
    private readonly TextTable seen = new();
    private readonly string[] kept;
    private readonly Dictionary<string, int> spellings;

    public CodeColumn(ColumnDefinition definition, int at)
        : base(definition, at)
    {
        kept = ["", .. definition.Codes.Values];
        spellings = new(StringComparer.OrdinalIgnoreCase);
        var position = 1;
        foreach (var code in definition.Codes.Keys)
        {
            seen.Add(Encoding.UTF8.GetBytes(code), position);
            spellings.TryAdd(code, position++);
        }
        foreach (var (sent, meant) in definition.MappedValues)
            if (spellings.TryGetValue(meant, out var known))
                spellings.TryAdd(sent, known);
    }

    /// <summary>The value to keep; empty where the cell is.</summary>
    public string Kept => kept[Index];

    /// <summary>0 where the cell is empty, else 1 and up in the order of the definition.</summary>
    public int Index { get; private set; }

    public int Choices => kept.Length;

    protected override Fault Read(ReadOnlySpan<byte> cell, CellKind kind)
    {
        if (seen.TryFind(cell, out var index))
        {
            Index = index;
            return Fault.None;
        }
        if (cell.Length > 1000 || !spellings.TryGetValue(Encoding.UTF8.GetString(CellText.Trim(cell)), out index))
            return Fault.UnknownCode;
        Index = index;
        if (seen.Count < 4 * kept.Length)
            seen.Add(cell, index);
        return Fault.None;
    }

    protected override void Clear() => Index = 0;
}
