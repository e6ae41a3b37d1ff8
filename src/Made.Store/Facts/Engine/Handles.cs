using System.Runtime.InteropServices;

namespace Made.Store.Facts.Engine;

/// <summary>What the engine hands out is given back exactly once, also when an exception passes by.</summary>
internal abstract class EngineHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;
}

internal sealed class ConfigHandle : EngineHandle
{
    protected override bool ReleaseHandle()
    {
        Native.DestroyConfig(ref handle);
        return true;
    }
}

internal sealed class DatabaseHandle : EngineHandle
{
    protected override bool ReleaseHandle()
    {
        Native.Close(ref handle);
        return true;
    }
}

internal sealed class ConnectionHandle : EngineHandle
{
    protected override bool ReleaseHandle()
    {
        Native.Disconnect(ref handle);
        return true;
    }
}

internal sealed class StatementHandle : EngineHandle
{
    protected override bool ReleaseHandle()
    {
        Native.DestroyPrepare(ref handle);
        return true;
    }
}

internal sealed class ChunkHandle : EngineHandle
{
    protected override bool ReleaseHandle()
    {
        Native.DestroyChunk(ref handle);
        return true;
    }
}

/// <summary>The result block lives in unmanaged memory, so that its address holds still.</summary>
internal sealed unsafe class ResultHandle : EngineHandle
{
    public ResultHandle() => SetHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(Native.ResultBlock)));

    internal Native.ResultBlock Block => *(Native.ResultBlock*)handle;

    protected override bool ReleaseHandle()
    {
        Native.DestroyResult(handle);
        NativeMemory.Free((void*)handle);
        return true;
    }
}
