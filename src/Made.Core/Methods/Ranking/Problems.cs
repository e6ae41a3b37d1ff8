namespace Made.Core.Methods.Ranking;

/// <summary>What can be wrong with a ranking, a matrix of comparisons or a matrix of scores.</summary>
public static class Problems
{
    private const string Rows = "Give one rank, or nothing, for each item.";

    /// <summary>No items.</summary>
    public static Problem NothingToRank() => new("nothing-to-rank", "There are no items to rank.", "Give at least one item.");

    /// <summary>The same name twice.</summary>
    public static Problem ItemTwice(string item) => new("item-twice", $"'{item}' is named twice.", "Name each item once.");

    /// <summary>A name in a list that is none of the items.</summary>
    public static Problem UnknownItem(string item) => new("unknown-item", $"A list names '{item}', which is not one of the items.", "Add it to the items, or correct the name.");

    /// <summary>A list with more or fewer ranks than there are items.</summary>
    public static Problem WrongLength(int list, int ranks, int items) => new("wrong-length", $"List {list} has {ranks} ranks for {items} items.", Rows);

    /// <summary>A weight below 0 or beyond what can be added exactly.</summary>
    public static Problem BadWeight(int list, decimal weight) => new("bad-weight", $"The weight of list {list} is {weight}.", "Give a weight from 0 to 1,000,000,000,000,000.");

    /// <summary>No list has weight.</summary>
    public static Problem NothingCounts() => new("nothing-counts", "No list has a weight above 0.", "Give at least one list with a weight above 0.");

    /// <summary>More items than an exact search can hold.</summary>
    public static Problem TooManyItems(int items, int most) => new("too-many-items",
        $"There are {items} items; an exact Kemeny ranking is found for up to {most}.", "Leave out the items nobody put first, or use Borda points.");

    /// <summary>A matrix whose rows do not all have the needed number of columns.</summary>
    public static Problem NotRectangular(int row, int cells, int needed) => new("not-rectangular", $"Row {row} has {cells} numbers where {needed} are needed.", "Complete the row.");

    /// <summary>A number that is not finite, or is not above 0 where it has to be.</summary>
    public static Problem BadNumber(int row, int column, double value) => new("bad-number", $"Row {row}, column {column}: {value} cannot be used here.", "Give a finite number; a comparison is above 0.");

    /// <summary>Two comparisons that contradict each other.</summary>
    public static Problem NotReciprocal(int row, int column) => new("not-reciprocal",
        $"Row {row}, column {column} is not one over row {column}, column {row}.", "State each comparison once and fill the other half with one over it; the diagonal is 1.");

    /// <summary>More criteria than the random index is known for.</summary>
    public static Problem TooManyCriteria(int criteria, int most) => new("too-many-criteria",
        $"There are {criteria} criteria; consistency is known for up to {most}.", "Group the criteria and compare within groups.");

    /// <summary>Weights or directions that do not fit the columns.</summary>
    public static Problem WeightsDoNotFit(int given, int columns) => new("weights-do-not-fit",
        $"There are {given} weights or directions for {columns} criteria.", "Give one weight of 0 or more and one direction, 1 or -1, for each criterion; not all weights are 0.");

    /// <summary>Alternatives that do not differ.</summary>
    public static Problem NothingDiffers() => new("nothing-differs", "All alternatives are the same on every criterion that counts.", "Give at least two alternatives that differ.");
}
