using Made.Store.Facts.Engine;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Facts;

public sealed class EngineTests : IDisposable
{
    private readonly FactHome home = new();
    private readonly string outside = Directory.CreateTempSubdirectory("made-outside-").FullName;

    [Fact]
    public void The_engine_is_the_version_that_is_pinned() => FactEngine.Version.ShouldBe("v1.5.6");

    [Fact]
    public void A_path_inside_the_home_is_written_and_read()
    {
        using var session = home.Engine.Connect();
        Directory.CreateDirectory(home.Staging(""));
        session.Execute("COPY (SELECT 7::BIGINT AS n) TO $1 (FORMAT parquet)", [home.Staging("in.parquet")]);
        using var answer = session.Query("SELECT n FROM read_parquet($1)", [home.Staging("in.parquet")]);
        answer.Number().ShouldBe(7);
    }

    [Fact]
    public void A_path_outside_the_home_is_refused_for_writing_and_reading()
    {
        using var session = home.Engine.Connect();
        var path = Path.Combine(outside, "out.parquet");
        Refused(() => session.Execute("COPY (SELECT 7 AS n) TO $1 (FORMAT parquet)", [path]));
        File.Exists(path).ShouldBeFalse();
        File.WriteAllText(Path.Combine(outside, "secret.csv"), "a\n1\n");
        Refused(() => session.Execute("SELECT * FROM read_csv($1)", [Path.Combine(outside, "secret.csv")]));
        Refused(() => session.Execute("SELECT * FROM read_csv($1)", [Path.Combine(home.Root, "..", Path.GetFileName(outside), "secret.csv")]));
        Refused(() => session.Execute($"ATTACH '{Path.Combine(outside, "x.db")}'"));
    }

    [Fact]
    public void A_folder_whose_name_begins_like_the_home_is_outside()
    {
        var neighbour = Directory.CreateDirectory($"{home.Root}-neighbour").FullName;
        try
        {
            using var session = home.Engine.Connect();
            Refused(() => session.Execute("COPY (SELECT 7 AS n) TO $1 (FORMAT parquet)", [Path.Combine(neighbour, "out.parquet")]));
        }
        finally
        {
            Directory.Delete(neighbour, recursive: true);
        }
    }

    [Fact]
    public void The_same_path_is_open_to_an_engine_that_was_given_it_so_the_refusal_is_the_lockdown()
    {
        using var wider = FactEngine.Open(home.Root, EngineLimits.Default, outside);
        using var session = wider.Connect();
        var path = Path.Combine(outside, "out.parquet");
        session.Execute("COPY (SELECT 7 AS n) TO $1 (FORMAT parquet)", [path]);
        File.Exists(path).ShouldBeTrue();
    }

    [Theory]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET allowed_directories = ['/']")]
    [InlineData("SET lock_configuration = false")]
    [InlineData("SET threads = 64")]
    [InlineData("SET memory_limit = '64GB'")]
    [InlineData("LOAD httpfs")]
    [InlineData("INSTALL httpfs")]
    public void No_statement_loosens_the_lockdown(string statement)
    {
        using var session = home.Engine.Connect();
        Should.Throw<EngineException>(() => session.Execute(statement));
    }

    [Fact]
    public void Limits_are_those_given()
    {
        using var session = home.Engine.Connect();
        using var answer = session.Query("SELECT current_setting('threads')::VARCHAR, current_setting('memory_limit'), current_setting('temp_directory')");
        answer.Next(out var rows).ShouldBeTrue();
        rows.Text(0, 0).ShouldBe("2");
        rows.Text(1, 0).ShouldBe("256.0 MiB");
        rows.Text(2, 0).ShouldStartWith(home.Root);
    }

    [Fact]
    public void A_home_whose_name_holds_a_quote_works()
    {
        var quoted = Directory.CreateDirectory(Path.Combine(outside, "o'brien")).FullName;
        using var engine = FactEngine.Open(quoted, EngineLimits.Default);
        using var session = engine.Connect();
        session.Execute("COPY (SELECT 7 AS n) TO $1 (FORMAT parquet)", [Path.Combine(quoted, "a.parquet")]);
        Refused(() => session.Execute("COPY (SELECT 7 AS n) TO $1 (FORMAT parquet)", [Path.Combine(outside, "a.parquet")]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("exactly 12 b")]
    [InlineData("more than twelve bytes, with a ' quote")]
    [InlineData("Llŷn — 🚓")]
    public void A_text_parameter_arrives_as_it_was(string text)
    {
        using var session = home.Engine.Connect();
        using var answer = session.Query("SELECT $1::VARCHAR, length($1), $2::BIGINT", [text, long.MinValue]);
        answer.Next(out var rows).ShouldBeTrue();
        rows.Text(0, 0).ShouldBe(text);
        rows.Of<long>(2)[0].ShouldBe(long.MinValue);
        answer.Next(out _).ShouldBeFalse();
    }

    [Fact]
    public void A_wrong_statement_names_what_is_wrong()
    {
        using var session = home.Engine.Connect();
        Should.Throw<EngineException>(() => session.Execute("SELECT nothing_of_that_name")).Message.ShouldContain("nothing_of_that_name");
        Should.Throw<EngineException>(() => session.Execute("SELECT error('said so')")).Message.ShouldContain("said so");
        Should.Throw<EngineException>(() => session.Execute("SELECT $1", [])).Fault.ShouldBe(EngineFault.Failed);
    }

    [Fact]
    public void Cancelling_interrupts_a_long_statement_and_the_session_goes_on()
    {
        using var session = home.Engine.Connect();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Should.Throw<OperationCanceledException>(() =>
            session.Execute("SELECT count(*) FROM range(1000000000) a, range(1000) b WHERE a.range % 7 = b.range", cancellation: cancel.Token));
        using var answer = session.Query("SELECT 1::BIGINT");
        answer.Number().ShouldBe(1);
    }

    [Fact]
    public void Too_much_memory_is_refused_by_name_and_the_engine_goes_on()
    {
        using var session = home.Engine.Connect();
        Should.Throw<EngineException>(() => session.Execute("SELECT length(string_agg(range::VARCHAR || repeat('x', 1000))) FROM range(2000000)"))
            .Fault.ShouldBe(EngineFault.OutOfMemory);
        using var answer = session.Query("SELECT 1::BIGINT");
        answer.Number().ShouldBe(1);
    }

    public void Dispose()
    {
        home.Dispose();
        Directory.Delete(outside, recursive: true);
    }

    private static void Refused(Action action) => Should.Throw<EngineException>(action).Fault.ShouldBe(EngineFault.Refused);
}
