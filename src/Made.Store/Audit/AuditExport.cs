using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Made.Store.Records;

namespace Made.Store.Audit;

/// <summary>The audit for strangers: rows as JSON lines, the signed checkpoints as they are, the home's copy of them, and the public key. Described in docs/audit.md.</summary>
public static class AuditExport
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the files into a new folder; tells how many rows.</summary>
    public static async Task<long> Write(OpenRecords records, string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var rows = 0L;
        await using (var file = new FileStream(Path.Combine(folder, "changes.jsonl"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
        {
            using var line = new MemoryStream();
            await foreach (var row in records.Audit.All().WithCancellation(cancel))
            {
                line.SetLength(0);
                Write(line, row);
                await file.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), cancel);
                rows++;
            }
        }
        var checkpoints = CheckpointLines.Read(records.Checkpoints.File);
        await File.WriteAllTextAsync(Path.Combine(folder, "checkpoints.jsonl"), string.Concat(checkpoints.Select(l => l + "\n")), cancel);
        if (File.Exists(records.Home.CheckpointsCopy))
            File.Copy(records.Home.CheckpointsCopy, Path.Combine(folder, "checkpoints-of-home.jsonl"));
        using var key = CheckpointKey.Find(records.Checkpoints.Folder);
        if (key is not null)
            await File.WriteAllTextAsync(Path.Combine(folder, "checkpoint-key.pem"), key.PublicPem + "\n", Encoding.ASCII, cancel);
        return rows;
    }

    private static void Write(MemoryStream line, RecordedChange row)
    {
        using (var json = new Utf8JsonWriter(line, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("number", row.Number);
            json.WriteNumber("at", Instants.Micros(row.At));
            json.WriteString("by", row.By);
            json.WriteString("why", row.Why);
            json.WriteString("what", row.What);
            json.WriteString("subject", row.Subject);
            json.WriteString("hash", row.Hash);
            json.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
    }
}
