using Made.Core.Methods;

namespace Made.Web.Charts;

/// <summary>The second sign of "Making Data Count", beside its words: whether a target will be met if nothing changes.</summary>
public static class AssuranceIcon
{
    public static string Words(XmrAssurance assurance) => assurance switch
    {
        XmrAssurance.ConsistentPass => "target met if nothing changes",
        XmrAssurance.ConsistentFail => "target missed if nothing changes",
        XmrAssurance.Inconsistent => "target hit or missed by chance",
        _ => "",
    };

    /// <summary>Decoration: P, F or ? in a ring. Empty where there is nothing to assure.</summary>
    public static string Draw(XmrAssurance assurance)
    {
        if (assurance == XmrAssurance.None)
            return "";
        var (style, letter) = assurance switch
        {
            XmrAssurance.ConsistentPass => ("c-icon-better", "P"),
            XmrAssurance.ConsistentFail => ("c-icon-worse", "F"),
            _ => ("c-icon-ring", "?"),
        };
        var svg = new Svg();
        svg.Open("svg", ("class", "chart chart--icon"), ("viewBox", "0 0 24 24"), ("aria-hidden", "true"), ("focusable", "false"));
        svg.Leaf("circle", ("class", style), ("cx", 12.0), ("cy", 12.0), ("r", 10.5));
        svg.Text(12, 16.5, letter, "c-strong c-mid");
        return svg.Close().ToString();
    }
}
