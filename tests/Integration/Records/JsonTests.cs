using System.Text.Json;
using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Records;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

public sealed class JsonTests
{
    [Fact]
    public void Cores_types_are_written_as_people_and_scripts_know_them()
    {
        Json.Text(new Month(2019, 12)).ShouldBe("\"2019-12\"");
        Json.Text(new AreaCode("E07000118")).ShouldBe("\"E07000118\"");
        Json.Text(new Dictionary<AreaCode, Month> { [new("E07")] = new(2019, 1) }).ShouldBe("{\"E07\":\"2019-01\"}");
        Json.Text(new[] { Quantity.Of(12.5), Quantity.Of(0), Quantity.Missing(Absence.NotSupplied) }).ShouldBe("[12.5,0,\"not-supplied\"]");
        Json.Text(AreaLevel.PolicingArea).ShouldBe("\"policing-area\"");
        Json.Text(PeriodKind.Rolling12).ShouldBe("\"rolling12\"");
        Json.Text(DateOnly.MaxValue).ShouldBe("\"9999-12-31\"");
        Json.Text(new Period(PeriodKind.Rolling12, new Month(2022, 7))).ShouldBe("{\"kind\":\"rolling12\",\"last\":\"2022-07\"}");
    }

    [Fact]
    public void Every_quantity_and_period_comes_back()
    {
        foreach (var absence in Enum.GetValues<Absence>().Where(a => a != Absence.None))
            Json.Read<Quantity>(Json.Text(Quantity.Missing(absence))).Absence.ShouldBe(absence);
        Json.Read<Quantity>("0.1").Number.ShouldBe(0.1);
        foreach (var kind in Enum.GetValues<PeriodKind>())
            Json.Read<Period>(Json.Text(new Period(kind, new Month(2023, 3)))).ShouldBe(new Period(kind, new Month(2023, 3)));
        Json.Read<Dictionary<Month, AreaCode>>("{\"2019-01\":\"E07\"}").ShouldContainKey(new Month(2019, 1));
    }

    [Theory]
    [InlineData("null"), InlineData("\"\""), InlineData("\"none\""), InlineData("\"missing\""), InlineData("true"), InlineData("[]")]
    public void A_quantity_is_never_null_or_an_unknown_word(string text) => Should.Throw<JsonException>(() => Json.Read<Quantity>(text));

    [Theory]
    [InlineData("\"2019-13\""), InlineData("null"), InlineData("\"2019\"")]
    public void A_month_is_yyyy_MM(string text) => Should.Throw<JsonException>(() => Json.Read<Month>(text));

    [Fact]
    public void A_choice_is_never_a_number() => Should.Throw<JsonException>(() => Json.Read<AreaLevel>("3"));
}
