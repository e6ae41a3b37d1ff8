using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Intake.Coarsening;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>
/// Keeps one fact of each record: month, category, place and digests, and under a coarsening rule what it says in their place. What has no column in a
/// fact is left behind here.
/// </summary>
internal sealed class FactKeeper : Keeper
{
    private readonly DeclaredLine line;
    private readonly SeenRecords seen = new();
    private readonly List<Placement> placements = [Placement.WithoutPlace];
    private readonly FactBatch batch = new();
    private readonly Action<FactBatch> receive;
    private readonly PlaceIndex places;
    private readonly FactTexts texts;
    private readonly int distinctTexts;
    private readonly ColumnCheck? key;
    private readonly PositionOf category;
    private readonly PositionOf detail;
    private readonly KeptTextColumn? lsoa;
    private readonly NumberColumn? longitude;
    private readonly NumberColumn? latitude;

    /// <summary>Null in a dataset without a coarsening rule, whose records then cost nothing more.</summary>
    private readonly CoarseRecord? coarse;
    private readonly CoarsePlace? coarsePlace;

    public FactKeeper(IntakeOptions options, Header header, FactTexts texts, Action<FactBatch> receive)
    {
        this.receive = receive;
        this.texts = texts;
        places = options.Places;
        distinctTexts = options.Limits.DistinctTexts;
        coarsePlace = options.Dataset.Coarsening is { } rule ? new CoarsePlace(rule.Place, places) : null;
        int[] declared = [.. options.Dataset.Columns.Select(c => header.Positions.GetValueOrDefault(c.Name, -1))];
        line = new DeclaredLine(declared);
        Columns = [.. options.Dataset.Columns.Zip(declared).Where(c => c.Second >= 0).Select(c => ColumnFor(c.First, c.Second, options))];
        key = Of(ColumnRole.Key);
        category = new PositionOf(Of(ColumnRole.Category), texts.Category);
        detail = new PositionOf(Of(ColumnRole.Detail), texts.Detail);
        lsoa = Of(ColumnRole.Lsoa) as KeptTextColumn;
        longitude = Of(ColumnRole.Longitude) as NumberColumn;
        latitude = Of(ColumnRole.Latitude) as NumberColumn;
        When = (Of(ColumnRole.Month) ?? Of(ColumnRole.Date)) as WhenColumn;
        texts.PseudonymKey = Of(ColumnRole.Pseudonym) is null ? 0 : options.Pseudonyms!.Version;
        coarse = coarsePlace is null ? null : new CoarseRecord(options.Dataset, coarsePlace, texts, Of);
    }

    public override ColumnCheck[] Columns { get; }

    public override WhenColumn? When { get; }

    /// <summary>A column of categories that never repeats itself is not one.</summary>
    public bool HasTooManyTexts =>
        texts.Category.Count > distinctTexts || texts.Detail.Count > distinctTexts || texts.Lsoa.Count > distinctTexts || coarsePlace?.Distinct > distinctTexts;

    public override (Fault Fault, ColumnDefinition? Column) Keep(Record record)
    {
        var content = Digest.Of(line.Of(record));
        var keyDigest = 0UL;
        var fault = Fault.None;
        if (key is { IsEmpty: false })
        {
            var own = Digest.Of(record[key.At]);
            keyDigest = Digest.Short(own);
            var before = seen.Add(own, content);
            if (before == SeenBefore.Whole)
                return (Fault.Repeated, key.Definition);
            if (before == SeenBefore.KeyOnly)
                fault = Fault.SameKeyOtherContent;
        }
        Fill(record.Row, keyDigest, Digest.Short(content));
        return (fault, fault == Fault.None ? null : key!.Definition);
    }

    public override bool Judge(FindingLog log) => coarse?.Judge(log) ?? true;

    public override void Finish()
    {
        HandOn();
        seen.GiveBack();
    }

    private void HandOn()
    {
        if (batch.Count > 0)
            receive(batch);
        batch.Count = 0;
    }

    private void Fill(long row, ulong keyDigest, ulong content)
    {
        var at = batch.Count;
        batch.Month[at] = When?.MonthIndex ?? 0;
        batch.Day[at] = When is { Definition.KeepsDay: true } day ? (byte)day.Date.Day : (byte)0;
        batch.Category[at] = category.Now;
        batch.Detail[at] = detail.Now;
        batch.Lsoa[at] = lsoa?.Position ?? 0;
        batch.Longitude[at] = longitude?.Number ?? double.NaN;
        batch.Latitude[at] = latitude?.Number ?? double.NaN;
        batch.Key[at] = keyDigest;
        batch.Content[at] = content;
        coarse?.Fill(batch, at, row);
        if (When is DateColumn { Date: var date } && !(date <= LastDay))
            LastDay = date;
        batch.Count = at + 1;
        Seen(batch.Month[at]);
        switch (PlacementOf(batch.Lsoa[at]))
        {
            case Placement.WithoutPlace:
                WithoutPlace++;
                break;
            case Placement.Outside:
                OutsideArea++;
                break;
        }
        if (batch.IsFull)
            HandOn();
    }

    /// <summary>Inside or outside hangs on the code alone; the point only tells the ward and the small area.</summary>
    private Placement PlacementOf(int position)
    {
        while (placements.Count <= position)
            placements.Add(places.Resolve(texts.Lsoa.Values[placements.Count], double.NaN, double.NaN).Placement);
        return placements[position];
    }

    private ColumnCheck? Of(ColumnRole role) => Array.Find(Columns, c => c.Definition.Role == role);

    private ColumnCheck ColumnFor(ColumnDefinition definition, int at, IntakeOptions options) => (definition.Role, definition.Kind) switch
    {
        (ColumnRole.Lsoa or ColumnRole.Area, _) when coarsePlace is not null => coarsePlace.CodeColumn(definition, at, options.Today),
        (ColumnRole.Outward, _) => new OutwardColumn(definition, at),
        (ColumnRole.Pseudonym, _) => new PseudonymColumn(definition, at, options.Pseudonyms!),
        (ColumnRole.Sex, ColumnKind.Text) => new KeptTextColumn(definition, at, texts.Sex, options.Today, AsIs),
        (ColumnRole.Lsoa, _) => new KeptTextColumn(definition, at, texts.Lsoa, options.Today, Locate),
        (ColumnRole.Category, ColumnKind.Text) => new KeptTextColumn(definition, at, texts.Category, options.Today, AsIs),
        (ColumnRole.Detail, ColumnKind.Text) => new KeptTextColumn(definition, at, texts.Detail, options.Today, AsIs),
        _ => ColumnChecks.For(definition, at, options.Today, takesMarkers: false, options.LooksForPersons),
    };

    private static (string Kept, Fault Remark) AsIs(string text) => (text, Fault.None);

    private (string Kept, Fault Remark) Locate(string text)
    {
        var isKnown = places.Knows(text);
        var kept = text;
        if (!isKnown && text.ToUpperInvariant() is var upper && places.Knows(upper))
            (kept, isKnown) = (upper, true);
        return (kept, isKnown ? Fault.None : Fault.UnknownPlace);
    }
}
