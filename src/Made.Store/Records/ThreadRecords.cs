using Made.Core;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>
/// The golden thread. One change keeps entries and takes steps together or not at all; the edges come from what the entries say. Nothing is overwritten, and a change made from an
/// earlier state than the one held is refused. See docs/adr/0025.
/// </summary>
public sealed class ThreadRecords
{
    private const string Turn = "thread";
    private readonly RecordsSource source;

    internal ThreadRecords(RecordsSource source) => this.source = source;

    /// <summary>Every entry of a kind with its past, those of one area where it is named, in the order in which they were first kept.</summary>
    public Task<IReadOnlyList<ThreadHistory>> All(ThreadKind kind, AreaCode? area = null)
    {
        var (where, parameters) = area is { } a ? (" AND e.area = @area", new[] { ("kind", (object)kind.Code()), ("area", a.Value) }) : ("", [("kind", (object)kind.Code())]);
        return Read($"e.kind = @kind{where}", parameters);
    }

    /// <summary>One entry with its past; null where there is none.</summary>
    public async Task<ThreadHistory?> Find(ThreadPoint point) => point.IsEntry ? (await Read("e.point = @point", ("point", point.ToString()))).SingleOrDefault() : null;

    /// <summary>Every entry by what is needed to find it and to see what it lacks, without its text.</summary>
    public async Task<IReadOnlyList<ThreadHeading>> Headings() => await source.Select($"{ThreadRows.HeadingsWhere} ORDER BY e.number", ThreadRows.Heading);

    /// <summary>Some of them; what is not there is left out.</summary>
    public async Task<IReadOnlyList<ThreadHeading>> Headings(IReadOnlyList<ThreadPoint> points)
    {
        var found = new List<ThreadHeading>();
        foreach (var part in points.Where(p => p.IsEntry).Distinct().Chunk(500))
            found.AddRange(await source.Select(
                $"{ThreadRows.HeadingsWhere} AND e.point IN ({string.Join(", ", part.Select((_, i) => $"@p{i}"))})", ThreadRows.Heading, [.. part.Select((p, i) => ($"p{i}", (object)p.ToString()))]));
        return found;
    }

    /// <summary>The edges in force at a point, on both sides, oldest first.</summary>
    public async Task<IReadOnlyList<ThreadLink>> Links(ThreadPoint point) =>
        await source.Select($"{ThreadRows.Links} AND (l.ground = @point OR l.follows = @point) ORDER BY l.number", ThreadRows.Link, ("point", point.ToString()));

    /// <summary>Every edge in force, oldest first.</summary>
    public async Task<IReadOnlyList<ThreadLink>> Links() => await source.Select($"{ThreadRows.Links} ORDER BY l.number", ThreadRows.Link);

    /// <summary>The edges in force that some entries own.</summary>
    public async Task<IReadOnlyList<ThreadLink>> Links(IReadOnlyList<ThreadPoint> owners)
    {
        var found = new List<ThreadLink>();
        foreach (var part in owners.Distinct().Chunk(500))
            found.AddRange(await source.Select(
                $"{ThreadRows.Links} AND l.owner IN ({string.Join(", ", part.Select((_, i) => $"@p{i}"))}) ORDER BY l.number", ThreadRows.Link, [.. part.Select((p, i) => ($"p{i}", (object)p.ToString()))]));
        return found;
    }

    /// <summary>How far the thread has come: every change to it is a version of an entry or a step, and both are numbered.</summary>
    public async Task<ThreadStamp> Newest() => (await source.Select(
        "SELECT (SELECT coalesce(max(number), 0) FROM thread_entries), (SELECT coalesce(max(number), 0) FROM thread_steps)", r => new ThreadStamp(r.GetInt64(0), r.GetInt64(1))))[0];

    /// <summary>Those of which a version or a step was kept since.</summary>
    public async Task<IReadOnlyList<ThreadHeading>> Headings(ThreadStamp since) => await Headings(await source.Select(
        "SELECT point FROM thread_entries WHERE number > @entries UNION SELECT point FROM thread_steps WHERE number > @steps", r => ThreadRows.Point(r.GetString(0)),
        ("entries", since.Entries), ("steps", since.Steps)));

    /// <summary>Keeps what one change does to the thread.</summary>
    public Task<Outcome<ThreadWork>> Keep(ThreadWork work, DateOnly today, Change change) => source.Write<Outcome<ThreadWork>>(Turn, change, async writing =>
    {
        foreach (var act in work.Acts)
            if (act.Day > today)
                return Core.GoldenThread.Problems.DayAhead(act.Day);
        var histories = await Held(writing.Db, [.. work.Entries.Select(e => e.Point), .. work.Acts.Select(a => a.Point), .. work.Seen.Keys]);
        foreach (var (point, seen) in work.Seen)
            if ((histories.GetValueOrDefault(point)?.Stamp ?? 0) != seen)
                return Core.GoldenThread.Problems.ChangedMeanwhile(histories.GetValueOrDefault(point)?.Newest.Title ?? point.Id);
        if (work.AsOf is { } asked && asked != await StampOf(writing.Db))
            return Core.GoldenThread.Problems.MovedOn();
        return await Put(writing, histories, work) is { } problem ? Dropped(writing, problem) : work;
    });

    private static async Task<ThreadStamp> StampOf(RecordsDb db) =>
        new(await db.ThreadEntries.MaxAsync(e => (long?)e.Number) ?? 0, await db.ThreadSteps.MaxAsync(s => (long?)s.Number) ?? 0);

    /// <summary>What a pack brings, as far as it is not here yet: the home owns its thread.</summary>
    internal static async Task<Problem?> Begin(Writing writing, Pack pack)
    {
        if (pack.Thread.Count == 0)
            return null;
        var held = (await writing.Db.ThreadEntries.Select(e => e.Point).Distinct().ToListAsync()).ToHashSet(StringComparer.Ordinal);
        var fresh = pack.Thread.Where(t => !held.Contains(t.Entry.Point.ToString())).ToList();
        var histories = new Dictionary<ThreadPoint, ThreadHistory>();
        // All entries first: they may name one another in any order.
        if (await Put(writing, histories, new ThreadWork { Entries = [.. fresh.Select(f => f.Entry)] }, e => e.Source) is { } problem)
            return Dropped(writing, problem);
        foreach (var (entry, step) in fresh.SelectMany(f => f.Steps.Select(s => (f.Entry, s))))
            if (Take(writing, histories, new ThreadAct(entry.Point, step.Act, step.Day, step.Why)) is { } fault)
                return Dropped(writing, fault);
        return null;
    }

    // What was added before something was refused would be committed with it.
    private static Problem Dropped(Writing writing, Problem problem)
    {
        writing.Db.ChangeTracker.Clear();
        return problem;
    }

    private static async Task<Problem?> Put(Writing writing, Dictionary<ThreadPoint, ThreadHistory> histories, ThreadWork work, Func<ThreadEntry, string>? why = null)
    {
        var reason = why ?? (_ => writing.Change.Why);
        if (await OtherArea(writing.Db, work.Entries) is { } outside)
            return outside;
        var before = histories.Values.Sum(h => h.Stamp);
        foreach (var entry in work.Entries)
            if (await Version(writing, histories, entry, reason(entry)) is { } problem)
                return problem;
        foreach (var act in work.Acts)
            if (Take(writing, histories, act) is { } problem)
                return problem;
        return work.Entries.Count > 0 && histories.Values.Sum(h => h.Stamp) == before ? Core.GoldenThread.Problems.NothingChanged(work.Entries[0].Title) : null;
    }

    private static async Task<Problem?> Version(Writing writing, Dictionary<ThreadPoint, ThreadHistory> histories, ThreadEntry entry, string why)
    {
        var (point, change) = (entry.Point.ToString(), writing.Change with { Why = why });
        if (histories.TryGetValue(entry.Point, out var held))
        {
            if (Processes.Of(held.Newest.Content).Frozen.Contains(held.State))
                return Core.GoldenThread.Problems.Frozen(held.Newest.Title, held.State);
            entry = entry with { Version = held.Newest.Version + 1 };
            if (entry.Title == held.Newest.Title && entry.Day == held.Newest.Day && ThreadRows.Text(entry.Content) == ThreadRows.Text(held.Newest.Content))
                return null;
            foreach (var ended in await writing.Db.ThreadLinks.Where(l => l.Owner == point && l.Ended == 0).ToListAsync())
                ended.Ended = Instants.Micros(change.At);
        }
        writing.Db.ThreadEntries.Add(new()
        {
            Point = point,
            Kind = entry.Point.Kind.Code(),
            Version = entry.Version,
            Area = entry.Area.Value,
            IsWhole = entry.IsWhole,
            Title = entry.Title,
            Day = entry.Day,
            Source = entry.Source,
            Json = ThreadRows.Text(entry.Content),
            At = Instants.Micros(change.At),
            By = change.By,
            Why = why,
        });
        foreach (var (ground, follows) in entry.Content.RestsOn.Select(g => (g, entry.Point)).Concat(entry.Content.LeadsTo.Select(f => (entry.Point, f))).Distinct())
            writing.Db.ThreadLinks.Add(new() { Ground = ground.ToString(), Follows = follows.ToString(), Owner = point, At = Instants.Micros(change.At), By = change.By, Why = why, Ended = 0 });
        writing.Note(ChangeKinds.ThreadEntryKept, $"{point} version {entry.Version}", why);
        histories[entry.Point] = new() { Versions = [.. held?.Versions ?? [], (entry, change)], Steps = held?.Steps ?? [] };
        return null;
    }

    private static Problem? Take(Writing writing, Dictionary<ThreadPoint, ThreadHistory> histories, ThreadAct act)
    {
        if (!histories.TryGetValue(act.Point, out var held))
            return Core.GoldenThread.Problems.NoSuchPoint(act.Point);
        if (!Processes.Of(held.Newest.Content).Take(held.Newest.Title, held.State, act.Act).Succeeded(out var move, out var problem))
            return problem;
        var (point, change, why) = (act.Point.ToString(), writing.Change, act.Why.Length > 0 ? act.Why : writing.Change.Why);
        writing.Db.ThreadSteps.Add(new() { Point = point, Act = act.Act, FromState = held.State, ToState = move.To, Day = act.Day, At = Instants.Micros(change.At), By = change.By, Why = why });
        writing.Note(ChangeKinds.ThreadStepTaken, $"{point} {act.Act}", why);
        histories[act.Point] = held with { Steps = [.. held.Steps, new(act.Point, act.Act, held.State, move.To, act.Day, change with { Why = why })] };
        return null;
    }

    /// <summary>What an entry of one area rests on lies in that area, or belongs to the whole; and it has to be there.</summary>
    private static async Task<Problem?> OtherArea(RecordsDb db, IReadOnlyList<ThreadEntry> entries)
    {
        var named = entries.SelectMany(e => e.Content.RestsOn).Where(p => p.IsEntry).Select(p => p.ToString()).Distinct().ToList();
        var places = new Dictionary<string, (string Area, bool IsWhole)>(StringComparer.Ordinal);
        foreach (var part in named.Chunk(500))
            foreach (var row in await db.ThreadEntries.Where(e => part.Contains(e.Point)).Select(e => new { e.Point, e.Area, e.IsWhole }).ToListAsync())
                places[row.Point] = (row.Area, row.IsWhole);
        foreach (var entry in entries)
            places[entry.Point.ToString()] = (entry.Area.Value, entry.IsWhole);
        foreach (var entry in entries)
            foreach (var ground in entry.Content.RestsOn)
            {
                if (ground.IsMeasure(out _, out var area, out _) && !entry.IsWhole && area != entry.Area)
                    return Core.GoldenThread.Problems.OtherArea(entry.Title, ground);
                if (!ground.IsEntry)
                    continue;
                if (!places.TryGetValue(ground.ToString(), out var place))
                    return Core.GoldenThread.Problems.NoSuchPoint(ground);
                if (!entry.IsWhole && !place.IsWhole && place.Area != entry.Area.Value)
                    return Core.GoldenThread.Problems.OtherArea(entry.Title, ground);
            }
        return null;
    }

    private async Task<IReadOnlyList<ThreadHistory>> Read(string where, params (string, object)[] parameters)
    {
        var entries = await source.Select($"{ThreadRows.Entries} WHERE {where} ORDER BY e.number", ThreadRows.Entry, parameters);
        var steps = entries.Count == 0 ? [] : await source.Select(
            $"{ThreadRows.Steps} WHERE s.point IN (SELECT e.point FROM thread_entries e WHERE {where}) ORDER BY s.number", ThreadRows.Step, parameters);
        return Histories(entries, steps);
    }

    private static IReadOnlyList<ThreadHistory> Histories(IEnumerable<(ThreadEntry Entry, Change Change)> entries, IEnumerable<ThreadStep> steps)
    {
        var stepsOf = steps.ToLookup(s => s.Point);
        return [.. entries.GroupBy(e => e.Entry.Point).Select(g => new ThreadHistory { Versions = [.. g], Steps = [.. stepsOf[g.Key]] })];
    }

    private static async Task<Dictionary<ThreadPoint, ThreadHistory>> Held(RecordsDb db, IReadOnlyList<ThreadPoint> points)
    {
        var names = points.Select(p => p.ToString()).Distinct().ToList();
        var entries = await db.ThreadEntries.AsNoTracking().Where(e => names.Contains(e.Point)).OrderBy(e => e.Number).ToListAsync();
        var steps = await db.ThreadSteps.AsNoTracking().Where(s => names.Contains(s.Point)).OrderBy(s => s.Number).ToListAsync();
        return Histories(entries.Select(Of), steps.Select(Of)).ToDictionary(h => h.Point);
    }

    private static (ThreadEntry, Change) Of(ThreadEntryRow r)
    {
        var point = ThreadRows.Point(r.Point);
        return (new()
        {
            Point = point,
            Version = r.Version,
            Area = new AreaCode(r.Area),
            IsWhole = r.IsWhole,
            Title = r.Title,
            Day = r.Day,
            Source = r.Source,
            Content = ThreadRows.Content(point.Kind, r.Json),
        }, new Change(r.By, r.Why, Instants.Of(r.At)));
    }

    private static ThreadStep Of(ThreadStepRow r) =>
        new(ThreadRows.Point(r.Point), r.Act, r.FromState, r.ToState, r.Day, new Change(r.By, r.Why, Instants.Of(r.At)));
}
