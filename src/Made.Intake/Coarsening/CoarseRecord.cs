using System.Buffers;
using System.Runtime.InteropServices;
using Made.Core.Coarsening;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Intake.Checking;
using Made.Intake.Personal;

namespace Made.Intake.Coarsening;

/// <summary>
/// What is kept of the record at hand under its dataset's coarsening rule. The exact values stay in the checks of their columns until the next record
/// comes; what leaves here are positions in the supply's texts, none of which is finer than the rule.
/// </summary>
internal sealed class CoarseRecord
{
    private readonly FactTexts texts;
    private readonly CoarsePlace place;
    private readonly bool keepsKeys;
    private readonly AgeBands? ages;
    private readonly TimeColumn? time;
    private readonly NumberColumn? age;
    private readonly PositionOf sex;
    private readonly PseudonymColumn? pseudonym;
    private readonly RecordGroups? groups;
    private readonly int[] parts;
    private readonly int[] bands;
    private readonly int[] years = new int[256];
    private readonly ArrayBufferWriter<byte> content = new();
    private (long First, long Count) unplaced;

    /// <param name="dataset">The dataset, which has a rule.</param>
    /// <param name="place">Tells the place; its columns are among those of the file.</param>
    /// <param name="texts">The supply's texts.</param>
    /// <param name="columnOf">The file's column of a role.</param>
    public CoarseRecord(DatasetDefinition dataset, CoarsePlace place, FactTexts texts, Func<ColumnRole, ColumnCheck?> columnOf)
    {
        (this.texts, this.place) = (texts, place);
        var rule = dataset.Coarsening!;
        place.Read(columnOf);
        keepsKeys = dataset.Depersonalised is null;
        time = rule.PartOfDay ? columnOf(ColumnRole.Time) as TimeColumn : null;
        parts = new int[PartsOfDay.All.Count];
        ages = rule.Ages;
        age = ages is null ? null : columnOf(ColumnRole.Age) as NumberColumn;
        bands = new int[ages?.Labels.Count ?? 0];
        for (var year = 0; ages is not null && year < years.Length; year++)
            years[year] = ages.Of(year);
        sex = new PositionOf(columnOf(ColumnRole.Sex), texts.Sex);
        pseudonym = columnOf(ColumnRole.Pseudonym) as PseudonymColumn;
        groups = dataset.Depersonalised is { } claim ? new RecordGroups(claim, dataset) : null;
    }

    /// <summary>Writes what is kept of the record at hand over what came, in the batch's row.</summary>
    public void Fill(FactBatch batch, int at, long row)
    {
        var (area, hadPoint) = place.Now();
        if (hadPoint && area.Length == 0)
            unplaced = (unplaced.Count == 0 ? row : unplaced.First, unplaced.Count + 1);
        batch.Lsoa[at] = texts.Lsoa.PositionOf(area);
        (batch.Longitude[at], batch.Latitude[at]) = (double.NaN, double.NaN);
        var more = batch.Bands ??= new FactBands();
        more.PartOfDay[at] = time is { IsEmpty: false } ? Kept(parts, (int)PartsOfDay.Of(time.Time), texts.PartOfDay, i => ((PartOfDay)i).Code()) : 0;
        more.Age[at] = age is { IsEmpty: false } && years[Math.Min((int)age.Number, years.Length - 1)] is >= 0 and var band ? Kept(bands, band, texts.Age, i => ages!.Labels[i]) : 0;
        more.Sex[at] = sex.Now;
        more.Pseudonym[at] = pseudonym?.Pseudonym ?? 0;
        if (!keepsKeys)
            batch.Key[at] = 0;
        batch.Content[at] = Content(batch, at);
        groups?.Add(batch, at, row);
    }

    /// <summary>Says what is worth saying of the whole file. False where it must be refused: it is not de-personalised as its dataset claims.</summary>
    public bool Judge(FindingLog log)
    {
        if (unplaced.Count > 0)
            log.Add(Findings.About(Fault.PointInNoArea, PersonalDetail.None, unplaced.First, place.PointColumn, unplaced.Count));
        return groups?.Judge(texts, place.DistrictOf, log) ?? true;
    }

    private static int Kept(int[] positions, int at, FactText texts, Func<int, string> label)
    {
        if (positions[at] == 0)
            positions[at] = texts.PositionOf(label(at));
        return positions[at];
    }

    /// <summary>Over what is kept, not over what came: a record that changed in what is left behind has not changed here.</summary>
    private ulong Content(FactBatch batch, int at)
    {
        content.ResetWrittenCount();
        Add<int>(batch.Month.AsSpan(at, 1));
        Add(texts.Category, batch.Category[at]);
        Add(texts.Detail, batch.Detail[at]);
        Add(texts.Lsoa, batch.Lsoa[at]);
        Add(texts.PartOfDay, batch.Bands!.PartOfDay[at]);
        Add(texts.Age, batch.Bands.Age[at]);
        Add(texts.Sex, batch.Bands.Sex[at]);
        Add<ulong>(batch.Bands.Pseudonym.AsSpan(at, 1));
        return Digest.Short(Digest.Of(content.WrittenSpan));
    }

    /// <summary>With its length, so that moving a letter from one text to the next changes the digest.</summary>
    private void Add(FactText kept, int position)
    {
        var text = kept.Values[position];
        Add<int>([text.Length]);
        Add<char>(text);
    }

    private void Add<T>(ReadOnlySpan<T> values)
        where T : struct => content.Write(MemoryMarshal.AsBytes(values));
}
