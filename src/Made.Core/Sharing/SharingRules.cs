using Made.Core.Register;

namespace Made.Core.Sharing;

/// <summary>What an agreement must say, alike for packs and pages; and what may be done to one.</summary>
public static class SharingRules
{
    /// <summary>Everything that is wrong, by field.</summary>
    public static IReadOnlyList<(string Field, string Why)> Broken(SharingAgreement a, Pack pack)
    {
        var (bodies, broken) = (new Bodies(pack.Organisations), new List<(string, string)>());
        void Wrong(string field, bool isWrong, string why)
        {
            if (isWrong)
                broken.Add((field, why));
        }
        Wrong("title", a.Title.Length == 0, "is empty");
        foreach (var unknown in a.Parties.Where(p => !bodies.Knows(p.Organisation)))
            Wrong("parties", true, $"'{unknown.Organisation}' is not an organisation of the register");
        Wrong("parties", a.Parties.GroupBy(p => p.Organisation).Any(g => g.Count() > 1), "an organisation is named twice");
        Wrong("parties", !a.Parties.Any(p => p.Supplies), "nobody supplies");
        Wrong("parties", !a.Parties.Any(p => p.Receives), "nobody receives");
        Wrong("purposes", a.Purposes.Count == 0, "no purpose is given");
        Wrong("gateways", a.Gateways.Count == 0, "no legal gateway is given");
        foreach (var id in a.Gateways)
        {
            var gateway = pack.Gateways.FirstOrDefault(g => g.Id == id);
            Wrong("gateways", gateway is null, $"'{id}' is not a gateway of the register");
            Wrong("gateways", gateway is not null && (a.From < gateway.From || a.From > gateway.To), $"'{id}' is not in force when the agreement begins");
        }
        Wrong("dataItems", a.DataItems.Count == 0, "no data item is listed");
        foreach (var id in a.Datasets)
            Datasets(a, id, pack, bodies, Wrong);
        Wrong("review", a.Review <= a.From, "lies before the agreement begins");
        Wrong("to", a.To < a.From, "lies before the agreement begins");
        Wrong("review", a.To >= a.From && a.Review > a.To, "lies after the last day");
        return broken;
    }

    /// <summary>Null where the signature may be recorded.</summary>
    public static Problem? WhyNotSign(SharingHistory history, Signature signature, Bodies bodies, DateOnly today)
    {
        var version = history.Newest;
        if (history.End is { } end)
            return Problems.HasEnded(version.Title, end.Day);
        if (signature.Role.Trim().Length == 0)
            return Problems.RoleMissing();
        if (signature.Day > today)
            return Problems.DayAhead(signature.Day);
        if (!bodies.Exists(signature.Organisation, signature.Day))
            return Problems.BodyNotThen(bodies.Name(signature.Organisation), signature.Day, bodies.InPlaceOf(signature.Organisation, signature.Day));
        if (!version.Parties.Any(p => p.Organisation == signature.Organisation || bodies.InPlaceOf(p.Organisation, signature.Day).Any(o => o.Id == signature.Organisation)))
            return Problems.NotAParty(bodies.Name(signature.Organisation), version);
        return history.Signatures(version.Version).Any(s => s.Organisation == signature.Organisation)
            ? Problems.SignedAlready(bodies.Name(signature.Organisation), version)
            : null;
    }

    /// <summary>Null where the agreement may be ended with that last day.</summary>
    public static Problem? WhyNotEnd(SharingHistory history, DateOnly last) =>
        history.End is { } end ? Problems.HasEnded(history.Newest.Title, end.Day)
        : last < history.Versions[0].From ? Problems.EndsBeforeItBegins(history.Versions[0])
        : null;

    private static void Datasets(SharingAgreement a, string id, Pack pack, Bodies bodies, Action<string, bool, string> wrong)
    {
        if (pack.Datasets.FirstOrDefault(d => d.Id == id) is not { } dataset)
        {
            wrong("datasets", true, $"'{id}' is not a dataset of the register");
            return;
        }
        wrong("datasets", dataset.Open, $"'{id}' is open: it is published under an open licence and needs no agreement");
        var suppliers = bodies.InPlaceOf(dataset.Supplier, a.From).Select(o => o.Id).Append(dataset.Supplier).ToList();
        wrong("datasets", !a.Parties.Any(p => p.Supplies && suppliers.Contains(p.Organisation)), $"the supplier of '{id}', {bodies.Name(dataset.Supplier)}, is not a party that supplies");
    }
}
