namespace Made.Intake.Synthetic;

/// <summary>A row of a street file before it is written. Drawn, never real.</summary>
/// <param name="Point">Where it is shown; none where the record has no place.</param>
/// <param name="Stranger">1 and up: it lies in that small area of the county next door.</param>
/// <param name="Id">Four words of a Crime ID; empty where the category has none.</param>
/// <param name="Decided">Months from record to outcome.</param>
internal readonly record struct StreetRow(
    int Category, MapPoint? Point, int Stranger, (ulong A, ulong B, ulong C, ulong D) Id, int Outcome, int Decided)
{
    public bool HasId => Id != default;
}

/// <summary>An anonymous map point with the cells of a file that follow from it, in either vintage.</summary>
internal sealed record MapPoint(int Cell, string Place, string Text2011, string Text2021);
