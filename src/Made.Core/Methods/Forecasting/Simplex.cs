namespace Made.Core.Methods.Forecasting;

/// <summary>
/// Minimises a function without derivatives: the polytope search of Nelder and Mead with reflection 1, contraction 1/2 and expansion 2. Bounds are kept by a function that is
/// infinite outside them.
/// <para>Start: a step of a tenth of the largest starting value (0.1 where all are 0) along each axis. End: highest and lowest corner within r(|f| + r) of each other,
/// r = 1.5e-8 and f the starting value; or the polytope no longer shrinks; or the permitted evaluations are used up.</para>
/// <para>Source: Nelder and Mead 1965, Computer Journal 7, 308-313; starting steps and stopping rule after Nash, Compact Numerical Methods for Computers, algorithm 19, as documented for R's optim.</para>
/// </summary>
internal sealed class Simplex
{
    private const double Outside = 1e35;
    private const double Relative = 1.4901161193847656e-8;

    private readonly Func<double[], double> function;
    private readonly double[][] corners;
    private readonly double[] heights;
    private int evaluations;

    private Simplex(Func<double[], double> function, double[] start)
    {
        this.function = function;
        corners = [start, .. start.Select((_, axis) => Stepped(start, axis))];
        heights = [.. corners.Select(Height)];
    }

    public static double[] Minimise(Func<double[], double> function, double[] start, int evaluations)
    {
        var search = new Simplex(function, start);
        search.Run(Relative * (Math.Abs(search.heights[0]) + Relative), evaluations);
        return search.corners[search.Lowest()];
    }

    private void Run(double tolerance, int permitted)
    {
        var size = corners.Skip(1).Sum(c => Distance(c, corners[0]));
        while (true)
        {
            var (low, high) = (Lowest(), Highest());
            if (heights[high] <= heights[low] + tolerance)
                return;
            if (!Replace(low, high))
            {
                var shrunk = Shrink(low);
                if (shrunk >= size)
                    return;
                size = shrunk;
            }
            if (evaluations > permitted)
                return;
        }
    }

    /// <summary>Moves the highest corner; false where no move lowers it, so that the polytope has to shrink.</summary>
    private bool Replace(int low, int high)
    {
        var centre = Centre(high);
        var reflected = Mix(centre, 2, corners[high], -1);
        var height = Height(reflected);
        var former = heights[high];
        if (height < heights[low])
        {
            var expanded = Mix(reflected, 2, centre, -1);
            var further = Height(expanded);
            (corners[high], heights[high]) = further < height ? (expanded, further) : (reflected, height);
            return true;
        }
        if (height < former)
            (corners[high], heights[high]) = (reflected, height);
        var contracted = Mix(corners[high], 0.5, centre, 0.5);
        var inner = Height(contracted);
        if (inner < heights[high])
            (corners[high], heights[high]) = (contracted, inner);
        else if (height >= former)
            return false;
        return true;
    }

    private double Shrink(int low)
    {
        double size = 0;
        for (var i = 0; i < corners.Length; i++)
        {
            if (i == low)
                continue;
            corners[i] = Halved(corners[i], corners[low]);
            size += Distance(corners[i], corners[low]);
            heights[i] = Height(corners[i]);
        }
        return size;
    }

    private double Height(double[] at)
    {
        evaluations++;
        var height = function(at);
        return double.IsFinite(height) ? height : Outside;
    }

    // Written as loops: a fit comes here some thousand times, and a back-test fits some fifty models.
    private int Lowest()
    {
        var low = 0;
        for (var i = 1; i < heights.Length; i++)
            if (heights[i] < heights[low])
                low = i;
        return low;
    }

    private int Highest()
    {
        var high = 0;
        for (var i = 1; i < heights.Length; i++)
            if (heights[i] > heights[high])
                high = i;
        return high;
    }

    private double[] Centre(int without)
    {
        var centre = new double[corners[0].Length];
        for (var i = 0; i < centre.Length; i++)
        {
            var sum = -corners[without][i];
            foreach (var corner in corners)
                sum += corner[i];
            centre[i] = sum / centre.Length;
        }
        return centre;
    }

    private static double[] Mix(double[] a, double ofA, double[] b, double ofB)
    {
        var mixed = new double[a.Length];
        for (var i = 0; i < mixed.Length; i++)
            mixed[i] = (ofA * a[i]) + (ofB * b[i]);
        return mixed;
    }

    private static double[] Halved(double[] corner, double[] towards)
    {
        var halved = new double[corner.Length];
        for (var i = 0; i < halved.Length; i++)
            halved[i] = (0.5 * (corner[i] - towards[i])) + towards[i];
        return halved;
    }

    private static double Distance(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
            sum += Math.Abs(a[i] - b[i]);
        return sum;
    }

    private static double[] Stepped(double[] start, int axis)
    {
        var largest = start.Max(Math.Abs);
        double[] corner = [.. start];
        corner[axis] += largest > 0 ? 0.1 * largest : 0.1;
        return corner;
    }
}
