namespace Made.Core.Methods.Ranking;

/// <summary>Puts rankings in order of the rank of their first item, then of their second, and so on.</summary>
internal sealed class RankOrder : IComparer<IReadOnlyList<int>>
{
    public static readonly RankOrder Instance = new();

    public int Compare(IReadOnlyList<int>? x, IReadOnlyList<int>? y) =>
        x!.Zip(y!, (a, b) => a.CompareTo(b)).FirstOrDefault(c => c != 0);
}
