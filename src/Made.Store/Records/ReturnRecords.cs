using Made.Core;
using Made.Core.Calendar;
using Made.Core.Register;
using Made.Core.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>What was recorded about the statutory quarterly exchange: received, chased, not held, taken back.</summary>
public sealed class ReturnRecords
{
    private const string Turn = "statutory-returns";
    private readonly RecordsSource source;

    internal ReturnRecords(RecordsSource source) => this.source = source;

    /// <summary>The steps of one quarter, oldest first.</summary>
    public Task<IReadOnlyList<ReturnStep>> Of(Period quarter) => source.Read(db => List(db, quarter));

    /// <summary>Records a step of a return that the register says is owed.</summary>
    /// <param name="step">What happened; its change is the one given beside it.</param>
    /// <param name="pack">The register: who owes what.</param>
    /// <param name="known">How many steps the person who records it had seen.</param>
    /// <param name="today">The day on which it is recorded.</param>
    /// <param name="change">Who records it, and why.</param>
    public Task<Outcome<StatutoryReturn>> Record(ReturnStep step, Pack pack, int known, DateOnly today, Change change) => source.Write<Outcome<StatutoryReturn>>(Turn, change, async writing =>
    {
        var quarter = new Period(PeriodKind.Quarter, step.Quarter);
        var held = await List(writing.Db, quarter);
        if (StatutoryExchange.Of(pack, quarter, held).FirstOrDefault(r => r.Set.Number == step.Set && r.Provider.Id == step.Organisation) is not { } owed)
            return ReturnProblems.NotOwed();
        if (owed.Steps.Count != known)
            return ReturnProblems.ChangedMeanwhile();
        if (owed.WhyNot(step.Kind, step.Day, today) is { } problem)
            return problem;
        writing.Db.ReturnSteps.Add(new ReturnStepRow
        {
            PrescribedSet = step.Set,
            Organisation = step.Organisation,
            Quarter = step.Quarter.ToString(),
            Step = Code(step.Kind),
            Day = step.Day,
            At = Instants.Micros(change.At),
            By = change.By,
            Why = change.Why,
        });
        writing.Note(Code(step.Kind), $"{step.Set} {step.Organisation} {quarter.Code}");
        return owed with { Steps = [.. owed.Steps, step with { Change = change }] };
    });

    private static async Task<IReadOnlyList<ReturnStep>> List(RecordsDb db, Period quarter)
    {
        var month = quarter.Last.ToString();
        return
        [
            .. (await db.ReturnSteps.AsNoTracking().Where(r => r.Quarter == month).OrderBy(r => r.Number).ToListAsync())
                .Select(r => new ReturnStep(r.PrescribedSet, r.Organisation, quarter.Last, KindOf(r.Step), r.Day, new Change(r.By, r.Why, Instants.Of(r.At)))),
        ];
    }

    private static string Code(ReturnStepKind kind) => kind switch
    {
        ReturnStepKind.Received => ChangeKinds.ReturnReceived,
        ReturnStepKind.Chased => ChangeKinds.ReturnChased,
        ReturnStepKind.NotHeld => ChangeKinds.ReturnNotHeld,
        _ => ChangeKinds.ReturnTakenBack,
    };

    private static ReturnStepKind KindOf(string code) => Enum.GetValues<ReturnStepKind>().Single(k => Code(k) == code);
}
