using System.Text.Encodings.Web;
using System.Text.Json;
using Made.Core.Exchange;

namespace Made.Web.Exchange;

/// <summary>A receipt as the contract writes it.</summary>
public static class ReceiptJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static object Of(Receipt r) => new
    {
        file = r.File,
        dataset = r.Dataset,
        period = r.Period,
        supply = r.Supply,
        verdict = r.Verdict.Code(),
        recordsIn = r.RecordsIn,
        stored = r.Stored,
        rejected = r.Rejected,
        duplicates = r.Duplicates,
        withoutPlace = r.WithoutPlace,
        outsideArea = r.OutsideArea,
        findings = r.Findings.Select(f => new { code = f.Code, row = f.Row, column = f.Column, message = f.Message, remedy = f.Remedy, count = f.Count }),
        sha256 = r.Sha256,
        changes = r.Changes,
        nil = r.IsNil,
        provisional = r.IsProvisional,
    };
}

public static class SupplyJson
{
    public static object Of(Supply s) => new
    {
        supply = s.Id,
        dataset = s.Dataset,
        period = s.Period,
        revision = s.Revision,
        state = s.State.ToString().ToLowerInvariant(),
        file = s.File,
        received = s.Received.UtcDateTime,
        released = s.Released,
        stored = s.Stored,
        withoutPlace = s.WithoutPlace,
        outsideArea = s.OutsideArea,
        provisional = s.IsProvisional,
        sha256 = s.Sha256,
        factsSha256 = s.FactsSha256,
    };
}
