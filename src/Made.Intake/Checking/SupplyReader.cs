using Made.Core;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>
/// Reads what a partner sent and says what became of it: one result for a file, one for each member of an archive, as they are read.
/// Never throws on content. Bytes are hashed, unpacked, checked and turned into facts in one pass.
/// </summary>
public sealed class SupplyReader(IntakeOptions options)
{
    private const string WorkbookMark = "[Content_Types].xml";
    private readonly TableReader tables = new(options);

    public IEnumerable<ReadSupply> Read(ReceivedFile file, CancellationToken cancellation = default)
    {
        var name = FileNames.Shown(file.Name, options.Dataset);
        var start = new byte[4];
        file.Content.Position = 0;
        var read = file.Content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Content.Position = 0;
        if (Content.KindOf(start.AsSpan(0, read)) != ContentKind.Zip)
            return [tables.Read(name, file.Content, cancellation)];
        if (!ZipDirectory.Read(file.Content, options.Limits).Succeeded(out var members, out var problem))
            return [tables.Refuse(name, file.Content, problem)];
        if (members.Any(m => m.Name == WorkbookMark))
            return [tables.ReadWorkbook(name, file.Content, members, cancellation)];
        if (NameProblem(name, members) is { } other)
            return [tables.Refuse(name, file.Content, other)];
        return ReadMembers(name, file.Content, members, cancellation);
    }

    private static Problem? NameProblem(string name, IReadOnlyList<ZipMember> members)
    {
        if (members.Any(m => m.Name is "mimetype" or "META-INF/manifest.xml"))
            return Problems.OtherOfficeFile;
        if (FileNames.Extension(name) is ".csv" or ".gz" or ".xlsx" or ".xlsm" or ".xls" or ".txt" or ".tsv")
            return Problems.NameDiffers("a zip archive", FileNames.Extension(name));
        return members.All(m => m.IsFolder) ? Problems.ArchiveEmpty : null;
    }

    private IEnumerable<ReadSupply> ReadMembers(string archive, Stream content, IReadOnlyList<ZipMember> members, CancellationToken cancellation)
    {
        var left = options.Limits.ArchiveBytes;
        foreach (var member in members.Where(m => !m.IsFolder))
        {
            cancellation.ThrowIfCancellationRequested();
            var name = $"{archive}!/{FileNames.Shown(member.Name, options.Dataset)}";
            var most = Math.Min(options.Limits.Bytes, left);
            if ((member.Problem ?? TooBig(member, most)) is { } problem)
            {
                yield return tables.Refuse(name, null, problem);
                continue;
            }
            using var stream = ZipContent.Open(content, member, options.Limits, most, cancellation);
            yield return tables.Read(name, stream, cancellation);
            left -= stream.Bytes;
        }
    }

    /// <summary>What an archive itself announces as too much need not be unpacked to be refused.</summary>
    private Problem? TooBig(ZipMember member, long most)
    {
        if (member.Length > most)
            return Problems.TooManyBytes(most);
        var isTooFar = member.Length > options.Limits.RatioFrom && member.Length / options.Limits.Ratio > Math.Max(1, member.Packed);
        return isTooFar ? Problems.RatioTooHigh : null;
    }
}
