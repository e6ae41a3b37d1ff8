using Made.Core.Exchange;

namespace Made.Web.Exchange;

/// <summary>How a file of refused rows is called: after the file they came in, so that its month is still told.</summary>
internal static class RefusedRowsName
{
    public static string Of(Receipt receipt)
    {
        var sent = receipt.File[(receipt.File.LastIndexOfAny(['/', '\\', '!']) + 1)..];
        var dot = sent.IndexOf('.', StringComparison.Ordinal);
        var kept = new string([.. (dot > 0 ? sent[..dot] : sent).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')]);
        return $"{kept}-refused-rows.csv";
    }
}
