namespace Made.Store.Facts.Engine;

/// <summary>What went wrong, as far as callers treat it differently.</summary>
public enum EngineFault
{
    /// <summary>The engine could not read, understand or do what it was told.</summary>
    Failed,

    /// <summary>The lockdown refused a path or a setting.</summary>
    Refused,

    /// <summary>The memory limit was reached.</summary>
    OutOfMemory,

    /// <summary>Cancelled from outside.</summary>
    Interrupted,
}

/// <summary>The engine's own message. Our bug or a broken world, unless the caller expected a damaged file.</summary>
public sealed class EngineException : Exception
{
    public EngineException()
        : this("The fact engine failed without a message.")
    {
    }

    public EngineException(string message)
        : base(message) => Fault = FaultOf(message);

    public EngineException(string message, Exception inner)
        : base(message, inner) => Fault = FaultOf(message);

    public EngineFault Fault { get; }

    /// <summary>The engine names the kind of an error in front of its message, also where it has no code for it (preparing, appending).</summary>
    private static EngineFault FaultOf(string message) => message switch
    {
        _ when message.StartsWith("Permission Error", StringComparison.Ordinal) => EngineFault.Refused,
        _ when message.StartsWith("Out of Memory Error", StringComparison.Ordinal) => EngineFault.OutOfMemory,
        _ when message.StartsWith("INTERRUPT Error", StringComparison.Ordinal) => EngineFault.Interrupted,
        _ => EngineFault.Failed,
    };
}
