using System.Security.Cryptography;
using Made.Core;
using Made.Core.Exchange;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Intake.Checking;
using Made.Web.Composition;

namespace Made.Web.Sharing;

/// <summary>No agreement in force, no reading: such a file is neither opened nor kept, and its receipt says why. Only its bytes are hashed, so that the sender can tell which file it was.</summary>
internal static class UnreadFiles
{
    public static async Task<Problem?> WhyNotAsync(Partnership partnership, DatasetDefinition dataset) => SharingCover.Needed(dataset)
        ? SharingCover.WhyNot(dataset, await partnership.Records.Sharing.All(), new Bodies(partnership.Pack.Organisations), partnership.Today)
        : null;

    public static async Task<Receipt> ReceiptAsync(DatasetDefinition dataset, string name, Stream bytes, Problem why, CancellationToken cancel) => Refused(
        Receipt.WithoutRecords(FileNames.Shown(name, dataset), dataset.Id, Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancel)), Verdict.Refused),
        why);

    /// <summary>The same receipt, refused for this.</summary>
    public static Receipt Refused(Receipt receipt, Problem why) => receipt with
    {
        Verdict = Verdict.Refused,
        IsProvisional = false,
        Findings = [new Finding(why.Code, 0, "", why.Message, why.Remedy, 1), .. receipt.Findings],
    };
}
