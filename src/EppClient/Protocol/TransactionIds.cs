using System.Buffers.Binary;

namespace EppClient.Protocol;

/// <summary>Creates client transaction ids, and checks those in responses.</summary>
internal static class TransactionIds
{
    /// <summary>Creates an id that is unique across processes and time, as RFC 5730, section 2.5 recommends, and sorts by time in logs.</summary>
    /// <remarks>
    /// Has the form of a version 7 UUID (RFC 9562). Does not use the cryptographic random number generator, which takes longer than writing the command: an
    /// id has to be unique, not secret.
    /// </remarks>
    public static string Next(TimeProvider time)
    {
        Span<byte> id = stackalloc byte[16];
        Random.Shared.NextBytes(id);
        BinaryPrimitives.WriteUInt64BigEndian(id, ((ulong)time.GetUtcNow().ToUnixTimeMilliseconds() << 16) | 0x7000u | (BinaryPrimitives.ReadUInt16BigEndian(id) & 0x0FFFu));
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return Convert.ToHexStringLower(id);
    }

    /// <summary>Whether an id has the form of the ids of <see cref="Next"/>.</summary>
    /// <param name="id">The id.</param>
    public static bool IsOwn(string id) => id.Length == 32 && id[12] == '7' && id.All(char.IsAsciiHexDigitLower);

    /// <summary>Whether two ids are equal, ignoring case. No two ids of a client differ only in case.</summary>
    /// <param name="one">An id.</param>
    /// <param name="other">The other.</param>
    public static bool AreSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Verifies that a response belongs to the expected command. Responses are matched by order (RFC 5734, section 3), so another id means that the order
    /// was lost. Registries may omit the id, leave it empty, or change it to upper case.
    /// </summary>
    /// <exception cref="EppProtocolException">The response has another id.</exception>
    public static void Require(string sent, EppResponseContent content) => Require(sent, content.ClientTransactionId);

    /// <inheritdoc cref="Require(string, EppResponseContent)"/>
    public static void Require(string sent, string? echoed)
    {
        if (echoed is not null && !AreSame(echoed, sent))
        {
            throw new EppProtocolException(
                EppConnectionError.UnexpectedMessage,
                $"The registry responded to transaction {echoed} where the response to {sent} was due. The session was closed; the outcome of {sent} is unknown",
                "epp/response/trID/clTRID");
        }
    }
}
