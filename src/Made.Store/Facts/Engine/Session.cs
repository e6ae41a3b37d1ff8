using System.Text;

namespace Made.Store.Facts.Engine;

/// <summary>One connection: its temporary tables are its own. Not for two threads at once.</summary>
internal sealed class Session : IDisposable
{
    private readonly ConnectionHandle connection;

    internal Session(ConnectionHandle connection) => this.connection = connection;

    internal ConnectionHandle Connection => connection;

    /// <summary>Runs a statement whose rows nobody wants.</summary>
    public void Execute(string sql, IReadOnlyList<Parameter>? parameters = null, CancellationToken cancellation = default) =>
        Query(sql, parameters, cancellation).Dispose();

    /// <summary>Runs a statement with its parameters <c>$1, $2 …</c>. Cancelling interrupts it.</summary>
    public Answer Query(string sql, IReadOnlyList<Parameter>? parameters = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using var statement = Prepare(sql);
        for (var i = 0; i < (parameters?.Count ?? 0); i++)
            Bind(statement, (ulong)i + 1, parameters![i]);
        using var interrupt = cancellation.Register(static c => Native.Interrupt((ConnectionHandle)c!), connection);
        var result = new ResultHandle();
        if (Native.Execute(statement, result) == 0)
            return new Answer(result);
        var message = ErrorOf(result);
        result.Dispose();
        cancellation.ThrowIfCancellationRequested();
        throw new EngineException(message);
    }

    public void Dispose() => connection.Dispose();

    private unsafe StatementHandle Prepare(string sql)
    {
        if (Native.Prepare(connection, sql, out var statement) == 0)
            return statement;
        var message = Native.Text(Native.PrepareError(statement));
        statement.Dispose();
        throw new EngineException(message);
    }

    private static unsafe void Bind(StatementHandle statement, ulong at, Parameter parameter)
    {
        int state;
        if (parameter.Text is null)
            state = Native.BindLong(statement, at, parameter.Number);
        else
            fixed (byte* text = Encoding.UTF8.GetBytes(parameter.Text + '\0'))
                state = Native.BindText(statement, at, text, (ulong)Encoding.UTF8.GetByteCount(parameter.Text));
        if (state != 0)
            throw new EngineException($"Parameter {at} could not be bound.");
    }

    private static unsafe string ErrorOf(ResultHandle result) => Native.Text(Native.ResultError(result));
}
