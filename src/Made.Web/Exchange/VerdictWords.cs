using Made.Core.Exchange;

namespace Made.Web.Exchange;

/// <summary>How a verdict is said on a page.</summary>
public static class VerdictWords
{
    public static string Of(Receipt receipt) => receipt.Verdict switch
    {
        Verdict.Accepted when receipt.IsNil => "Nil return accepted",
        Verdict.Accepted when receipt.IsProvisional => "Accepted, provisional",
        Verdict.Accepted => "Accepted",
        Verdict.AcceptedWithRejections when receipt.Rejected == 0 => "Accepted, repeats left out",
        Verdict.AcceptedWithRejections => "Accepted, some rows rejected",
        Verdict.Refused => "Refused",
        _ => "Already held",
    };

    public static string Tag(Receipt receipt) => receipt.Verdict switch
    {
        Verdict.Accepted => "govuk-tag--green",
        Verdict.AcceptedWithRejections => receipt.Rejected == 0 ? "govuk-tag--green" : "govuk-tag--yellow",
        Verdict.Refused => "govuk-tag--red",
        _ => "govuk-tag--grey",
    };

    public static string Sentence(Receipt r) => r.Verdict switch
    {
        Verdict.Refused => "The file was refused and nothing of it was stored. " + (r.Findings.Count > 0 ? $"{r.Findings[0].Message} {r.Findings[0].Remedy}" : ""),
        Verdict.AlreadyHeld when r.IsNil => "The same nil return is already held, so nothing was stored again.",
        Verdict.AlreadyHeld => "The same file is already held, so nothing was stored again.",
        Verdict.AcceptedWithRejections when r.Rejected == 0 => $"The file was accepted as {r.Supply}; {Repeats(r.Duplicates)} left out and listed below.",
        Verdict.AcceptedWithRejections => $"The file was accepted as {r.Supply}; {Rows(r.Rejected)} rejected and listed below.",
        _ when r.IsNil => $"The nil return was accepted as {r.Supply}: a true zero for {r.Period}.",
        _ => $"The file was accepted as {r.Supply}{(r.IsProvisional ? ", provisionally" : "")}.",
    };

    /// <summary>What a check says, which stored nothing.</summary>
    public static string Foreseen(Receipt r) => r.Verdict switch
    {
        Verdict.Refused => "The file would be refused, and nothing of it would be stored. " + (r.Findings.Count > 0 ? $"{r.Findings[0].Message} {r.Findings[0].Remedy}" : ""),
        Verdict.AlreadyHeld => $"The same file is held already as {r.Supply}; sending it would change nothing.",
        Verdict.AcceptedWithRejections when r.Rejected == 0 => $"The file would be accepted; {Repeats(r.Duplicates)} left out.",
        Verdict.AcceptedWithRejections => $"The file would be accepted, but {Rows(r.Rejected)} rejected.",
        _ => "The file would be accepted as it is.",
    };

    private static string Repeats(long count) => count == 1 ? "one exact repeat was" : $"{count:N0} exact repeats were";

    private static string Rows(long count) => count == 1 ? "one row was" : $"{count:N0} rows were";
}
