using Made.Core.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.ControlCharts;

public sealed class XmrRuleTests
{
    private static readonly double[] Base = [10, 12, 10, 12, 10, 12, 10, 12];

    [Fact]
    public void A_peak_between_a_rise_and_a_fall_takes_the_fall()
    {
        double[] steps = [0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 0];
        var labels = Labels([.. Base, .. steps.Select(s => 10.7 + (s * 0.1))], new XmrOptions { FixAfter = 8 })[8..];
        labels[..6].ShouldAllBe(l => l == "7 Point Trend (Increasing)");
        labels[6..].ShouldAllBe(l => l == "7 Point Trend (Decreasing)");
    }

    [Fact]
    public void A_tie_between_two_rises_leaves_both_rising()
    {
        double[] steps = [0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12];
        Labels([.. Base, .. steps.Select(s => 10.7 + (s * 0.1))], new XmrOptions { FixAfter = 8 })[8..].ShouldAllBe(l => l == "7 Point Trend (Increasing)");
    }

    [Theory]
    [InlineData(6, "Common Cause")]
    [InlineData(7, "7 Point Trend (Increasing)")]
    public void Seven_points_rising_make_a_trend(int length, string label)
    {
        // Small steps inside the limits of a wide baseline, about its mean of 11.
        double[] values = [.. Base, .. Enumerable.Range(0, length).Select(i => 10.7 + (i * 0.1))];
        Labels(values, new XmrOptions { FixAfter = 8 })[^1].ShouldBe(label);
    }

    [Theory]
    [InlineData(6, "Common Cause")]
    [InlineData(7, "7 Points Above CL")]
    public void Seven_points_above_the_mean_make_a_shift(int length, string label)
    {
        double[] values = [.. Base, 10, .. Enumerable.Repeat(11.5, length)];
        Labels(values, new XmrOptions { FixAfter = 8 })[^1].ShouldBe(label);
        double[] mirrored = [.. values.Select(v => 22 - v)];
        Labels(mirrored, new XmrOptions { FixAfter = 8 })[^1].ShouldBe(label.Replace("Above", "Below"));
    }

    [Fact]
    public void A_point_on_the_mean_breaks_a_shift_also_in_decimals()
    {
        // The mean of these is 0.3 exactly; a plain sum gives 0.30000000000000004.
        var chart = Xmr.Chart([0.1, 0.2, 0.3, 0.4, 0.5, 0.3, 0.3], XmrOptions.Default);
        chart.Groups[0].Mean.ShouldBe(0.3);
        chart.Points[2].Side.ShouldBe(0);
    }

    [Fact]
    public void A_point_on_a_limit_is_not_outside_and_on_a_near_limit_not_close()
    {
        // Mean 11, average moving range 2: limits 5.68 and 16.32.
        var limits = Xmr.Chart(Base, XmrOptions.Default).Groups[0].Limits;
        var near = 11 + (2 * (2.66 / 3) * 2);
        var chart = Xmr.Chart([.. Base, limits.Upper, limits.Upper + 0.01, near, near + 0.01, limits.Lower, limits.Lower - 0.01], new XmrOptions { FixAfter = 8 });
        chart.Points.Skip(8).Select(p => p.IsOutside).ShouldBe([false, true, false, false, false, true]);
        chart.Points.Skip(8).Select(p => p.IsClose).ShouldBe([true, false, false, true, true, false]);
    }

    [Fact]
    public void Two_of_three_counts_points_outside_only_by_the_newer_rules()
    {
        double[] values = [.. Base, 20, 15, 12];
        var older = Xmr.Chart(values, new XmrOptions { FixAfter = 8 }).Points;
        var newer = Xmr.Chart(values, new XmrOptions { FixAfter = 8, Rules = XmrRuleSet.Nhs2024 }).Points;
        (older[8].Label, older[9].Label).ShouldBe(("Above UCL", "Common Cause"));
        (newer[8].Label, newer[9].Label, newer[10].Label).ShouldBe(("Above UCL", "2 in 3 Above CL", "Common Cause"));
        // Of the three, one on the other side breaks it.
        Xmr.Chart([.. Base, 10, 20, 15, 10], new XmrOptions { FixAfter = 8, Rules = XmrRuleSet.Nhs2024 }).Points[10].Label.ShouldBe("Common Cause");
    }

    [Fact]
    public void Improvement_is_shown_where_rules_disagree_by_the_newer_rules_only()
    {
        // The last seven rise from below the lower limit: outside says low, the trend says rising.
        double[] values = [.. Base, 4, 5, 6, 7, 8, 9, 10];
        var older = Xmr.Chart(values, new XmrOptions { FixAfter = 8 }).Points[8];
        var newer = Xmr.Chart(values, new XmrOptions { FixAfter = 8, Rules = XmrRuleSet.Nhs2024 }).Points[8];
        (older.Label, newer.Label).ShouldBe(("Below LCL", "Below LCL"));
        (older.IsTorn, newer.IsTorn).ShouldBe((false, true));
        older.TypeFor(Improvement.Increase).ShouldBe("special_cause_concern");
        newer.TypeFor(Improvement.Increase).ShouldBe("special_cause_improvement");
        newer.TypeFor(Improvement.Decrease).ShouldBe("special_cause_improvement");
        newer.TypeFor(Improvement.Neutral).ShouldBe("special_cause_neutral_low");
        Xmr.Chart(values, new XmrOptions { FixAfter = 8, Rules = XmrRuleSet.Nhs2024 }).Points[0].IsTorn.ShouldBeFalse();
    }

    [Theory]
    [InlineData(17, Improvement.Increase, XmrAssurance.ConsistentFail)]
    [InlineData(17, Improvement.Decrease, XmrAssurance.ConsistentPass)]
    [InlineData(5, Improvement.Increase, XmrAssurance.ConsistentPass)]
    [InlineData(5, Improvement.Decrease, XmrAssurance.ConsistentFail)]
    [InlineData(11, Improvement.Increase, XmrAssurance.Inconsistent)]
    [InlineData(17, Improvement.Neutral, XmrAssurance.None)]
    [InlineData(double.NaN, Improvement.Increase, XmrAssurance.None)]
    public void A_target_is_passed_failed_or_missed_at_times(double target, Improvement improvement, XmrAssurance assurance) =>
        XmrIcons.Assurance(Xmr.Chart(Base, XmrOptions.Default), target, improvement).ShouldBe(assurance);

    [Fact]
    public void A_target_on_a_limit_is_hit_or_miss_unless_asked_otherwise()
    {
        var chart = Xmr.Chart(Base, XmrOptions.Default);
        var limits = chart.Groups[0].Limits;
        XmrIcons.Assurance(chart, limits.Upper, Improvement.Increase).ShouldBe(XmrAssurance.Inconsistent);
        XmrIcons.Assurance(chart, limits.Lower, Improvement.Increase).ShouldBe(XmrAssurance.Inconsistent);
        XmrIcons.Assurance(chart, limits.Upper, Improvement.Increase, TargetOnLimit.Consistent).ShouldBe(XmrAssurance.ConsistentFail);
        XmrIcons.Assurance(chart, limits.Lower, Improvement.Increase, TargetOnLimit.Consistent).ShouldBe(XmrAssurance.ConsistentPass);
        XmrIcons.Assurance(Xmr.Chart([100, 100, 100], XmrOptions.Default), 100, Improvement.Increase, TargetOnLimit.Consistent).ShouldBe(XmrAssurance.Inconsistent);
        XmrIcons.Assurance(Xmr.Chart([], XmrOptions.Default), 1, Improvement.Increase).ShouldBe(XmrAssurance.None);
        XmrIcons.Assurance(Xmr.Chart([5], XmrOptions.Default), 1, Improvement.Increase).ShouldBe(XmrAssurance.None);
    }

    [Fact]
    public void The_last_group_and_the_last_point_there_give_the_icons()
    {
        var chart = Xmr.Chart([.. Base, 40, 42, 40, 42, double.NaN], XmrOptions.Default, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
        XmrIcons.Assurance(chart, 17, Improvement.Increase).ShouldBe(XmrAssurance.ConsistentPass);
        var outside = Xmr.Chart([.. Base, 30, double.NaN], new XmrOptions { FixAfter = 8 });
        XmrIcons.Variation(outside, Improvement.Decrease).ShouldBe("special_cause_concern");
        XmrIcons.Variation(Xmr.Chart([], XmrOptions.Default), Improvement.Decrease).ShouldBe("common_cause");
    }

    private static string[] Labels(double[] values, XmrOptions? options = null) => [.. Xmr.Chart(values, options ?? XmrOptions.Default).Points.Select(p => p.Label)];
}
