using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Store.Facts;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Facts;

public sealed class ReportedFilesTests : IDisposable
{
    private readonly FactHome home = new();

    [Fact]
    public void Figures_and_absences_come_back_as_they_were()
    {
        var values = Enum.GetValues<Absence>().Select(absence => new ReportedValue
        {
            Indicator = $"indicator-{absence}",
            Area = "E07000118",
            Start = new DateOnly(1, 1, 1),
            End = new DateOnly(9999, 12, 31),
            Numerator = Quantity.Of((double)absence / 3),
            Denominator = absence == Absence.None ? Quantity.Of(-1) : Quantity.Missing(absence),
            Value = absence == Absence.None ? Quantity.Of(double.Epsilon) : Quantity.Missing(absence),
            Status = "provisional",
        }).ToList();
        var file = ReportedFiles.Write(home.Engine, home.Staging("reported.parquet"), values);
        file.Rows.ShouldBe(8);
        ReportedFiles.Read(home.Engine, [file.Path]).Value().ShouldBe(values);
        ReportedFiles.Read(home.Engine, [file.Path, file.Path]).Value().Count.ShouldBe(16);
        ReportedFiles.Read(home.Engine, []).Value().ShouldBeEmpty();
    }

    public void Dispose() => home.Dispose();
}
