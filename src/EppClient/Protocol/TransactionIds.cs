using System.Buffers.Binary;

namespace EppClient.Protocol;

/// <summary>Makes client transaction ids, and checks those that come back.</summary>
internal static class TransactionIds
{
    /// <summary>Unique over processes and time, as RFC 5730, section 2.5 recommends, and sorted by time in logs.</summary>
    /// <remarks>The form of a UUID of version 7 (RFC 9562). Not from the system's source of secrets, which costs more than writing the command: an id has to be unique, not secret.</remarks>
    public static string Next(TimeProvider time)
    {
        Span<byte> id = stackalloc byte[16];
        Random.Shared.NextBytes(id);
        BinaryPrimitives.WriteUInt64BigEndian(id, ((ulong)time.GetUtcNow().ToUnixTimeMilliseconds() << 16) | 0x7000u | (BinaryPrimitives.ReadUInt16BigEndian(id) & 0x0FFFu));
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return Convert.ToHexStringLower(id);
    }

    /// <summary>Whether an id has the form of those that <see cref="Next"/> makes.</summary>
    /// <param name="id">The id.</param>
    public static bool IsOwn(string id) => id.Length == 32 && id[12] == '7' && id.All(char.IsAsciiHexDigitLower);

    /// <summary>Whether two ids are one. No two that a client sends differ in case only.</summary>
    /// <param name="one">An id.</param>
    /// <param name="other">The other.</param>
    public static bool AreSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Asserts that a response is the one that is due. Order alone decides whose it is (RFC 5734, section 3); another id in it
    /// means that order was lost somewhere. Registries may leave the id out, or empty, or write it in capitals.
    /// </summary>
    /// <exception cref="EppProtocolException">The response carries another id.</exception>
    public static void Require(string sent, EppResponseContent content) => Require(sent, content.ClientTransactionId);

    /// <inheritdoc cref="Require(string, EppResponseContent)"/>
    public static void Require(string sent, string? echoed)
    {
        if (echoed is not null && !AreSame(echoed, sent))
        {
            throw new EppProtocolException(
                EppConnectionError.UnexpectedMessage,
                $"The registry answered transaction {echoed} where the answer to {sent} was due. The session was closed; the outcome of {sent} is unknown",
                "epp/response/trID/clTRID");
        }
    }
}
