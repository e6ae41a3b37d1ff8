using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Sharing;

namespace Made.Intake.Reference;

/// <summary>The rows gathered from a pack's folders, by the key under which a later row replaces an earlier one.</summary>
internal sealed class PackRows(List<Problem> problems)
{
    public OrderedDictionary<AreaCode, Area> Areas { get; } = [];

    public OrderedDictionary<(AreaCode Grouping, AreaCode District, DateOnly From), Membership> Memberships { get; } = [];

    public Dictionary<AreaCode, AreaCode> Comparators { get; } = [];

    public Dictionary<AreaCode, string> RateCautions { get; } = [];

    public OrderedDictionary<string, Organisation> Organisations { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, Topic> Topics { get; } = new(StringComparer.Ordinal);

    /// <summary>What datasets of several packs have in common, as it stands in the file.</summary>
    public Dictionary<string, JsonObject> Schemas { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, DatasetDefinition> Datasets { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, IndicatorDefinition> Indicators { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<(string Indicator, Month Month), RecordingBreak> Breaks { get; } = [];

    public OrderedDictionary<(string Group, string Title), Support> Support { get; } = [];

    public OrderedDictionary<string, Gateway> Gateways { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, SharingAgreement> Agreements { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<int, PrescribedSet> PrescribedSets { get; } = [];

    public OrderedDictionary<(int Set, string Organisation, DateOnly From), PrescribedProvider> PrescribedProviders { get; } = [];

    public void ReadFolder(string folder)
    {
        Each(folder, "areas.csv", ["code", "name", "level", "from", "to", "source"], ReadArea);
        Each(folder, "members.csv", ["grouping", "district", "from", "to", "source"], ReadMember);
        Each(folder, "comparators.csv", ["area", "compared_with", "source"], ReadComparator);
        Each(folder, "rate-cautions.csv", ["ward", "reason", "source"], ReadCaution);
        Each(folder, "organisations.csv", ["id", "name", "kind", "from", "to", "successors", "source"], ReadOrganisation);
        Each(folder, "topics.csv", ["topic", "title", "threshold", "round_to", "smallest_level", "shortest_period", "ages_by_place_and_month", "source"], ReadTopic);
        Each(folder, "breaks.csv", ["indicator", "month", "reason", "source"], ReadBreak);
        Each(folder, "support.csv", ["group", "title", "text", "contact", "link", "source"], ReadSupport);
        Each(folder, "gateways.csv", ["id", "title", "kind", "citation", "text", "from", "to", "mark", "source"], ReadGateway);
        Each(folder, "prescribed-sets.csv", ["number", "title", "paragraph", "provider_2007", "provider_now", "contents", "mark", "source"], ReadPrescribedSet);
        Each(folder, "prescribed-providers.csv", ["set", "organisation", "from", "to", "certain", "note", "source"], ReadPrescribedProvider);
    }

    private void Each(string folder, string name, string[] columns, Action<PackTable> read) => PackTable.Each(folder, name, columns, problems, read);

    private void ReadArea(PackTable t)
    {
        var code = new AreaCode(t.Required("code"));
        var (from, to) = t.Dates();
        if (!AreaLevels.TryParse(t.Text("level"), out var level) || level is AreaLevel.Lsoa or AreaLevel.Ward)
            t.Wrong("level", $"'{t.Text("level")}' is not one of district, csp, policing-area, county, pan, force");
        if (t.IsNew(code.Value, "code"))
            Areas[code] = new Area { Code = code, Name = t.Required("name"), Level = level, From = from, To = to, Source = t.Text("source") };
    }

    private void ReadMember(PackTable t)
    {
        var (grouping, district) = (new AreaCode(t.Required("grouping")), new AreaCode(t.Required("district")));
        var (from, to) = t.Dates();
        if (t.IsNew($"{grouping} {district} {from:yyyy-MM-dd}", "district"))
            Memberships[(grouping, district, from)] = new Membership(grouping, district, from, to, t.Text("source"));
    }

    private void ReadComparator(PackTable t)
    {
        var area = new AreaCode(t.Required("area"));
        if (t.IsNew(area.Value, "area"))
            Comparators[area] = new AreaCode(t.Required("compared_with"));
    }

    private void ReadCaution(PackTable t)
    {
        var ward = new AreaCode(t.Required("ward"));
        if (t.IsNew(ward.Value, "ward"))
            RateCautions[ward] = t.Required("reason");
    }

    private void ReadOrganisation(PackTable t)
    {
        var id = t.Required("id");
        var (from, to) = t.Dates();
        var successors = t.Text("successors").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (t.IsNew(id, "id"))
            Organisations[id] = new Organisation(id, t.Required("name"), t.Required("kind"), from, to, successors, t.Text("source"));
    }

    private void ReadTopic(PackTable t)
    {
        var id = t.Required("topic");
        if (!AreaLevels.TryParse(t.Text("smallest_level"), out var level))
            t.Wrong("smallest_level", $"'{t.Text("smallest_level")}' is not one of lsoa, ward, district, csp, policing-area, county, pan, force");
        if (t.Text("shortest_period") is not ("month" or "several-years"))
            t.Wrong("shortest_period", $"'{t.Text("shortest_period")}' is not one of month, several-years");
        if (t.Text("ages_by_place_and_month") is not ("yes" or "no"))
            t.Wrong("ages_by_place_and_month", $"'{t.Text("ages_by_place_and_month")}' is not one of yes, no");
        var roundTo = t.Text("round_to").Length == 0 ? 0 : t.Whole("round_to", 2, 1_000);
        if (t.IsNew(id, "topic"))
            Topics[id] = new Topic
            {
                Id = id,
                Title = t.Required("title"),
                Threshold = t.Whole("threshold", 2, 1_000),
                RoundTo = roundTo,
                SmallestLevel = level,
                ShortestPeriod = t.Text("shortest_period") == "several-years" ? TopicPeriods.SeveralYears : TopicPeriods.Month,
                AgesByPlaceAndMonth = t.Text("ages_by_place_and_month") == "yes",
                Source = t.Text("source"),
            };
    }

    private void ReadBreak(PackTable t)
    {
        var (indicator, month) = (t.Required("indicator"), t.Month("month"));
        if (t.IsNew($"{indicator} {month}", "month"))
            Breaks[(indicator, month)] = new RecordingBreak(indicator, month, t.Required("reason"), t.Text("source"));
    }

    private void ReadSupport(PackTable t)
    {
        var (group, title, link) = (t.Text("group"), t.Required("title"), t.Text("link"));
        if (group is not ("emergency" or "report" or "support"))
            t.Wrong("group", $"'{group}' is not one of emergency, report, support");
        Uri? address = null;
        if (link.Length > 0 && (!Uri.TryCreate(link, UriKind.Absolute, out address) || address.Scheme != Uri.UriSchemeHttps))
            t.Wrong("link", "is not an https address");
        if (t.IsNew($"{group} {title}", "title"))
            Support[(group, title)] = new Support(group, title, t.Required("text"), t.Text("contact"), address, t.Text("source"));
    }

    private void ReadGateway(PackTable t)
    {
        var (id, kind) = (t.Required("id"), t.Text("kind"));
        var (from, to) = t.Dates();
        if (kind is not ("power" or "duty"))
            t.Wrong("kind", $"'{kind}' is neither power nor duty");
        if (t.IsNew(id, "id"))
            Gateways[id] = new Gateway(id, t.Required("title"), kind, t.Required("citation"), t.Required("text"), from, to, Mark(t), t.Text("source"));
    }

    private void ReadPrescribedSet(PackTable t)
    {
        var number = t.Whole("number");
        if (t.IsNew($"{number}", "number"))
            PrescribedSets[number] = new PrescribedSet(number, t.Required("title"), t.Required("paragraph"), t.Required("provider_2007"), t.Required("provider_now"), t.Required("contents"), Mark(t), t.Text("source"));
    }

    private void ReadPrescribedProvider(PackTable t)
    {
        var (set, organisation, certain) = (t.Whole("set"), t.Required("organisation"), t.Text("certain"));
        var (from, to) = t.Dates();
        if (certain is not ("yes" or "no"))
            t.Wrong("certain", $"'{certain}' is neither yes nor no");
        if (certain == "no" && t.Text("note").Length == 0)
            t.Wrong("note", "is empty: say what is not certain");
        if (t.IsNew($"{set} {organisation} {from:yyyy-MM-dd}", "organisation"))
            PrescribedProviders[(set, organisation, from)] = new PrescribedProvider(set, organisation, from, to, certain == "yes", t.Text("note"), t.Text("source"));
    }

    private static Certainty Mark(PackTable t)
    {
        if (!Certainties.TryParse(t.Text("mark"), out var mark))
            t.Wrong("mark", $"'{t.Text("mark")}' is not one of A, B, C");
        return mark;
    }
}
