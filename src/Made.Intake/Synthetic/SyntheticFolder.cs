using Made.Core.Calendar;

namespace Made.Intake.Synthetic;

/// <summary>What was drawn and where it lies.</summary>
public sealed record SyntheticFolder(string Path, Month First, Month Last, int Lsoas, int Wards, int Districts);
