using System.Buffers.Binary;

namespace Made.Intake.Reading;

/// <summary>The CRC-32 of zip (ISO 3309, reflected polynomial EDB88320), eight bytes at a step. The framework's zip reader does not check it.</summary>
internal static class Crc32
{
    private static readonly uint[][] Tables = Build();

    /// <summary>Goes on from the value of the bytes before; starts at 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var (t0, t1, t2, t3) = (Tables[0], Tables[1], Tables[2], Tables[3]);
        var (t4, t5, t6, t7) = (Tables[4], Tables[5], Tables[6], Tables[7]);
        crc = ~crc;
        while (bytes.Length >= 8)
        {
            var a = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var b = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t7[a & 0xFF] ^ t6[(a >> 8) & 0xFF] ^ t5[(a >> 16) & 0xFF] ^ t4[a >> 24]
                ^ t3[b & 0xFF] ^ t2[(b >> 8) & 0xFF] ^ t1[(b >> 16) & 0xFF] ^ t0[b >> 24];
            bytes = bytes[8..];
        }
        foreach (var b in bytes)
            crc = t0[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[][] Build()
    {
        var tables = new uint[8][];
        for (var t = 0; t < 8; t++)
            tables[t] = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            tables[0][i] = value;
        }
        for (var i = 0; i < 256; i++)
            for (var t = 1; t < 8; t++)
                tables[t][i] = tables[0][tables[t - 1][i] & 0xFF] ^ (tables[t - 1][i] >> 8);
        return tables;
    }
}
