using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>Keeps one fact of each record: month, category, place and digests. What has no column in a fact is left behind here.</summary>
internal sealed class FactKeeper : Keeper
{
    private readonly int[] declared;
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

    public FactKeeper(IntakeOptions options, Header header, FactTexts texts, Action<FactBatch> receive)
    {
        this.receive = receive;
        this.texts = texts;
        places = options.Places;
        distinctTexts = options.Limits.DistinctTexts;
        declared = [.. options.Dataset.Columns.Select(c => header.Positions.GetValueOrDefault(c.Name, -1))];
        Columns = [.. options.Dataset.Columns.Zip(declared).Where(c => c.Second >= 0).Select(c => ColumnFor(c.First, c.Second, options))];
        key = Of(ColumnRole.Key);
        category = new PositionOf(Of(ColumnRole.Category), texts.Category);
        detail = new PositionOf(Of(ColumnRole.Detail), texts.Detail);
        lsoa = Of(ColumnRole.Lsoa) as KeptTextColumn;
        longitude = Of(ColumnRole.Longitude) as NumberColumn;
        latitude = Of(ColumnRole.Latitude) as NumberColumn;
        When = (Of(ColumnRole.Month) ?? Of(ColumnRole.Date)) as WhenColumn;
    }

    public override ColumnCheck[] Columns { get; }

    public override WhenColumn? When { get; }

    /// <summary>A column of categories that never repeats itself is not one.</summary>
    public bool HasTooManyTexts =>
        texts.Category.Count > distinctTexts || texts.Detail.Count > distinctTexts || texts.Lsoa.Count > distinctTexts;

    public override (Fault Fault, ColumnDefinition? Column) Keep(Record record)
    {
        var digest = default(Digest);
        foreach (var at in declared)
            digest.Add(at < 0 ? [] : record[at]);
        var content = digest.Value;
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
        Fill(keyDigest, Digest.Short(content));
        return (fault, fault == Fault.None ? null : key!.Definition);
    }

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

    private void Fill(ulong keyDigest, ulong content)
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
        batch.Count = at + 1;
        Seen(batch.Month[at]);
        switch (placements[batch.Lsoa[at]])
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

    private ColumnCheck? Of(ColumnRole role) => Array.Find(Columns, c => c.Definition.Role == role);

    private ColumnCheck ColumnFor(ColumnDefinition definition, int at, IntakeOptions options) => (definition.Role, definition.Kind) switch
    {
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
        // Inside or outside hangs on the code alone; the point only tells the ward and the small area.
        if (texts.Lsoa.PositionOf(kept) == placements.Count)
            placements.Add(isKnown ? places.Resolve(kept, double.NaN, double.NaN).Placement : Placement.WithoutPlace);
        return (kept, isKnown ? Fault.None : Fault.UnknownPlace);
    }

    /// <summary>A category or detail comes as kept text or as a code, which is given its position when first met.</summary>
    private sealed class PositionOf(ColumnCheck? column, FactText texts)
    {
        private readonly int[] positions = column is CodeColumn codes ? new int[codes.Choices] : [];

        public int Now => column switch
        {
            KeptTextColumn text => text.Position,
            CodeColumn code => OfCode(code),
            _ => 0,
        };

        private int OfCode(CodeColumn code)
        {
            if (code.Index == 0)
                return 0;
            if (positions[code.Index] == 0)
                positions[code.Index] = texts.PositionOf(code.Kept);
            return positions[code.Index];
        }
    }
}
