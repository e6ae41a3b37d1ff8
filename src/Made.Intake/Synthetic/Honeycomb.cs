namespace Made.Intake.Synthetic;

/// <summary>
/// A field of six-sided cells whose corners are shaken. Three cells meet at every corner, never four, so the outline of any set of
/// cells is a simple ring, and two neighbouring sets share the very same corners: whatever is built from cells tiles exactly.
/// </summary>
internal sealed class Honeycomb
{
    private const double RowHeight = 0.8660254037844386;
    private const double HalfSide = 0.28867513459481287;

    /// <summary>Metres in a degree of latitude, and of longitude at 53.8 degrees north; flat enough for a county.</summary>
    private const double MetresNorth = 111_300, MetresEast = 65_800;

    private readonly (int Longitude, int Latitude)[] corners;

    public Honeycomb(MapFrame frame, Dice dice)
    {
        Columns = frame.Columns;
        Rows = frame.Rows;
        corners = new (int, int)[2 * Columns * Rows];
        for (var corner = 0; corner < corners.Length; corner++)
        {
            var (x, y) = Centre(corner / 2);
            y += (corner % 2 == 0 ? -2 : 2) * HalfSide;
            x += dice.Between(-0.17, 0.17);
            y += dice.Between(-0.17, 0.17);
            corners[corner] = (
                Micro(frame.West + (x * frame.CellMetres / MetresEast)),
                Micro(frame.North - (y * frame.CellMetres / MetresNorth)));
        }
    }

    public int Columns { get; }

    public int Rows { get; }

    public int Cells => Columns * Rows;

    /// <summary>Millionths of a degree.</summary>
    public (int Longitude, int Latitude) Corner(int corner) => corners[corner];

    /// <summary>In cell widths from the north-west.</summary>
    public (double X, double Y) Centre(int cell)
    {
        var row = cell / Columns;
        return ((cell % Columns) + 0.5 + (0.5 * (row & 1)), (row + 0.5) * RowHeight);
    }

    public bool IsOnEdge(int cell) =>
        cell % Columns is var c && cell / Columns is var r && (c == 0 || r == 0 || c == Columns - 1 || r == Rows - 1);

    /// <summary>The neighbour across side 0 to 5: north-east, east, south-east, south-west, west, north-west. Not for cells on the edge.</summary>
    public int Neighbour(int cell, int side)
    {
        var odd = cell / Columns & 1;
        return side switch
        {
            0 => cell - Columns + odd,
            1 => cell + 1,
            2 => cell + Columns + odd,
            3 => cell + Columns - 1 + odd,
            4 => cell - 1,
            _ => cell - Columns - 1 + odd,
        };
    }

    /// <summary>The corner at which side 0 to 5 begins, clockwise from the top: a corner is the top or the bottom of exactly one cell.</summary>
    public int CornerOf(int cell, int side) => side switch
    {
        0 => 2 * cell,
        1 => (2 * Neighbour(cell, 0)) + 1,
        2 => 2 * Neighbour(cell, 2),
        3 => (2 * cell) + 1,
        4 => 2 * Neighbour(cell, 3),
        _ => (2 * Neighbour(cell, 5)) + 1,
    };

    private static int Micro(double degrees) => (int)Math.Round(degrees * 1_000_000);
}
