namespace Made.Core.Methods;

/// <summary>Rules (b), (c) and (d) over the points of one group, and the order in which a label is chosen.</summary>
internal static class XmrRules
{
    public static void Mark(XmrPoint[] points, XmrRuleSet rules, int run)
    {
        var shift = Runs(points, run, OneSided);
        var trend = Turned(points, Runs(points, run, Trending));
        var near = Runs(points, 3, window => TwoNear(window, rules));
        for (var i = 0; i < points.Length; i++)
        {
            var point = points[i];
            (XmrCause Cause, int Direction)[] held =
            [
                (XmrCause.Outside, point.IsOutside ? point.Side : 0),
                (XmrCause.Trend, trend[i]),
                (XmrCause.TwoInThree, point.IsClose ? near[i] : 0),
                (XmrCause.Shift, shift[i]),
            ];
            var (cause, direction) = Array.Find(held, h => h.Direction != 0);
            points[i] = point with
            {
                Cause = cause,
                Direction = direction,
                IsTorn = rules == XmrRuleSet.Nhs2024 && Array.Exists(held, h => h.Direction == -direction && direction != 0),
            };
        }
    }

    /// <summary>Where one trend follows on another, the points between take the direction of the step that follows, and the last one of the step before.</summary>
    private static int[] Turned(XmrPoint[] points, int[] trend)
    {
        var turned = (int[])trend.Clone();
        for (var i = 0; i + 1 < points.Length; i++)
            if (trend[i] != 0 && trend[i + 1] != 0 && Math.Sign(points[i + 1].Value - points[i].Value) is not 0 and var step)
                turned[i] = step;
        return turned;
    }

    /// <summary>Marks each point with the direction of the first window of this length that holds it; 0 for none.</summary>
    private static int[] Runs(XmrPoint[] points, int length, Func<ReadOnlyMemory<XmrPoint>, int> judge)
    {
        var marks = new int[points.Length];
        for (var end = length; end <= points.Length; end++)
        {
            var direction = judge(points.AsMemory(end - length, length));
            for (var i = end - length; direction != 0 && i < end; i++)
                if (marks[i] == 0)
                    marks[i] = direction;
        }
        return marks;
    }

    private static int OneSided(ReadOnlyMemory<XmrPoint> window)
    {
        var side = window.Span[0].Side;
        foreach (var point in window.Span)
            if (point.Side != side)
                return 0;
        return side;
    }

    private static int Trending(ReadOnlyMemory<XmrPoint> window)
    {
        var direction = 0;
        for (var i = 1; i < window.Length; i++)
        {
            var step = window.Span[i].Value - window.Span[i - 1].Value;
            var sign = double.IsNaN(step) ? 0 : Math.Sign(step);
            if (sign == 0 || (direction != 0 && sign != direction))
                return 0;
            direction = sign;
        }
        return direction;
    }

    private static int TwoNear(ReadOnlyMemory<XmrPoint> window, XmrRuleSet rules)
    {
        var beyond = 0;
        foreach (var point in window.Span)
            if (point.IsClose || (point.IsOutside && rules == XmrRuleSet.Nhs2024))
                beyond++;
        return beyond >= 2 ? OneSided(window) : 0;
    }
}
