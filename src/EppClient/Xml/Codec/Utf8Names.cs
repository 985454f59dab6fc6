using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace EppClient.Xml.Codec;

/// <summary>
/// The names and namespaces of messages, each as one string for the whole process, because the same few hundred occur in every message. The size is limited, so
/// that a peer that invents names cannot fill the memory.
/// </summary>
/// <remarks>Safe for use by several threads. Reading requires no lock.</remarks>
internal static class Utf8Names
{
    private const int Buckets = 2048;
    private const int MaxEntries = 4096;
    private const int LongestName = 256;

    private static readonly Entry?[] Table = new Entry?[Buckets];
    private static readonly Lock Adding = new();
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64() | 1;
    private static int _count;

    /// <summary>Returns the string for these UTF-8 bytes.</summary>
    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return string.Empty;
        }

        var hash = Hash(utf8);
        var first = Volatile.Read(ref Table[hash % Buckets]);
        for (var entry = first; entry is not null; entry = entry.Next)
        {
            if (entry.Hash == hash && utf8.SequenceEqual(entry.Utf8))
            {
                return entry.Text;
            }
        }

        return Add(utf8, hash);
    }

    private static string Add(ReadOnlySpan<byte> utf8, uint hash)
    {
        var text = Encoding.UTF8.GetString(utf8);
        if (utf8.Length > LongestName)
        {
            return text;
        }

        // An interned string makes the comparison with constants in code a reference comparison.
        text = string.IsInterned(text) ?? text;
        lock (Adding)
        {
            // Two threads can add the same name; the second entry is never used.
            if (_count < MaxEntries)
            {
                _count++;
                ref var bucket = ref Table[hash % Buckets];
                Volatile.Write(ref bucket, new Entry(utf8.ToArray(), text, hash, bucket));
            }
        }

        return text;
    }

    // The seed is specific to the process, so that peers cannot choose names that share a bucket.
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = Seed ^ (ulong)utf8.Length;
        while (utf8.Length >= sizeof(ulong))
        {
            hash = Mix(hash, MemoryMarshal.Read<ulong>(utf8));
            utf8 = utf8[sizeof(ulong)..];
        }

        ulong rest = 0;
        foreach (var byteValue in utf8)
        {
            rest = (rest << 8) | byteValue;
        }

        hash = Mix(hash, rest);
        return (uint)(hash ^ (hash >> 32));
    }

    private static ulong Mix(ulong hash, ulong bytes) => BitOperations.RotateLeft((hash ^ bytes) * (0x9E3779B97F4A7C15 ^ Seed), 29);

    private sealed record Entry(byte[] Utf8, string Text, uint Hash, Entry? Next);
}
