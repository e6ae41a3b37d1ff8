using System.Text;
using Made.Store.Records;

namespace Made.Web.Exchange;

/// <summary>Receipts as plain text, to lie beside a file.</summary>
internal static class ReceiptText
{
    public static string Of(IReadOnlyList<KeptReceipt> receipts)
    {
        var text = new StringBuilder();
        foreach (var (_, received, _, r) in receipts)
        {
            text.AppendLine(r.File).AppendLine(VerdictWords.Sentence(r)).Append("Received: ").AppendLine(LondonTime.Text(received));
            if (r.RecordsIn > 0)
                text.AppendLine($"{r.Stored:N0} stored + {r.Rejected:N0} rejected + {r.Duplicates:N0} duplicates = {r.RecordsIn:N0} records in");
            if (r.Changes.Length > 0)
                text.AppendLine(r.Changes);
            foreach (var f in r.Findings)
                text.AppendLine($"- {f.Message} {f.Remedy} [{f.Code}]");
            text.Append("SHA-256: ").AppendLine(r.Sha256).AppendLine();
        }
        return text.ToString();
    }
}
