using System.Security.Cryptography;
using Made.Core;
using Made.Core.Papers;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

internal sealed class PaperRow
{
    public required Guid Id { get; init; }

    public required string Choice { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string PdfSha256 { get; init; }

    public required string WordSha256 { get; init; }
}

/// <summary>Papers for meetings: the bytes as they were made, and a row that vouches for them. Nothing changes either.</summary>
public sealed class PaperRecords
{
    private const string Turn = "papers";
    private readonly RecordsSource source;
    private readonly Home home;

    internal PaperRecords(RecordsSource source, Home home) => (this.source, this.home) = (source, home);

    /// <summary>All papers, newest first.</summary>
    public Task<IReadOnlyList<MeetingPapers>> All() => source.Read<IReadOnlyList<MeetingPapers>>(async db =>
        [.. (await db.Papers.OrderByDescending(r => r.At).ToListAsync()).Select(Of)]);

    public Task<MeetingPapers?> Find(Guid id) => source.Read(async db => await db.Papers.SingleOrDefaultAsync(r => r.Id == id) is { } row ? Of(row) : null);

    /// <summary>Keeps both files, then the row that names them: a kill between leaves files that nobody names.</summary>
    public async Task<MeetingPapers> Keep(PaperChoice choice, byte[] pdf, byte[] word, Change change)
    {
        using var staging = await StagingFolder.Begin(home);
        var id = Guid.CreateVersion7(change.At);
        Durable.Write(staging, home.PaperFile(id, "pdf"), pdf);
        Durable.Write(staging, home.PaperFile(id, "docx"), word);
        return await source.Write(Turn, change, writing =>
        {
            var row = new PaperRow { Id = id, Choice = Json.Text(choice), At = Instants.Micros(change.At), By = change.By, PdfSha256 = Sha256(pdf), WordSha256 = Sha256(word) };
            writing.Db.Papers.Add(row);
            writing.Note(ChangeKinds.PapersMade, $"{choice.Month} {id}");
            return Task.FromResult(Of(row));
        });
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static MeetingPapers Of(PaperRow row) => new()
    {
        Id = row.Id,
        Choice = Json.Read<PaperChoice>(row.Choice),
        At = Instants.Of(row.At),
        By = row.By,
        PdfSha256 = row.PdfSha256,
        WordSha256 = row.WordSha256,
    };
}
