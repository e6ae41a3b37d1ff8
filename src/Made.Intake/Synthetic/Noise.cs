namespace Made.Intake.Synthetic;

/// <summary>Smooth chance between -1 and 1: drawn on a lattice, blended between.</summary>
internal sealed class Noise
{
    private readonly int size;
    private readonly double[] lattice;

    public Noise(int size, Dice dice)
    {
        this.size = size;
        lattice = new double[(size + 2) * (size + 2)];
        for (var i = 0; i < lattice.Length; i++)
            lattice[i] = dice.Between(-1, 1);
    }

    public double At(double x, double y)
    {
        var (column, row) = ((int)(x * size), (int)(y * size));
        var (u, v) = (Smooth((x * size) - column), Smooth((y * size) - row));
        var top = Blend(Lattice(column, row), Lattice(column + 1, row), u);
        return Blend(top, Blend(Lattice(column, row + 1), Lattice(column + 1, row + 1), u), v);
    }

    private double Lattice(int column, int row) => lattice[(Math.Min(row, size + 1) * (size + 2)) + Math.Min(column, size + 1)];

    private static double Smooth(double t) => t * t * (3 - (2 * t));

    private static double Blend(double a, double b, double t) => a + ((b - a) * t);
}
