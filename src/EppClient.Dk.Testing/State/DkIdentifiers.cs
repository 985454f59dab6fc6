using System.Globalization;
using System.Security.Cryptography;

namespace EppClient.Dk.Testing.State;

/// <summary>Generates the registry's identifiers, each in the registry's form.</summary>
internal sealed class DkIdentifiers
{
    private static readonly DateTimeOffset GregorianEpoch = new(1582, 10, 15, 0, 0, 0, TimeSpan.Zero);

    private readonly string _node = RandomNumberGenerator.GetHexString(12);
    private readonly string _clockSequence = RandomNumberGenerator.GetHexString(3);
    private DateOnly _trackingDay;
    private int _trackingNumber;
    private long _lastTicks;
    private int _handleNumber;
    private long _messageNumber = 123455;
    private int _pollNumber = 0x201;

    public DkCounters Counters
    {
        get => new(_trackingDay, _trackingNumber, _handleNumber, _messageNumber);
        set => (_trackingDay, _trackingNumber, _handleNumber, _messageNumber) = (value.TrackingDay, value.TrackingNumber, value.HandleNumber, value.MessageNumber);
    }

    /// <summary>13 digits: the Danish date and the sequence number of the day.</summary>
    public string NextTrackingNumber(DateTimeOffset now)
    {
        var today = DanishTime.DayOf(now);
        (_trackingDay, _trackingNumber) = (today, today == _trackingDay ? _trackingNumber + 1 : 1);
        return string.Create(CultureInfo.InvariantCulture, $"{today:yyyyMMdd}{_trackingNumber:D5}");
    }

    /// <summary>A version 1 UUID in upper case, from the registry's clock.</summary>
    public string NextTransactionId(DateTimeOffset now)
    {
        _lastTicks = Math.Max(_lastTicks + 1, (now - GregorianEpoch).Ticks);
        var time = _lastTicks.ToString("X15", CultureInfo.InvariantCulture);
        return $"{time[7..]}-{time[3..7]}-1{time[..3]}-8{_clockSequence}-{_node}";
    }

    /// <summary>Responses to poll have the identifier of a database row.</summary>
    public string NextPollTransactionId()
    {
        var random = RandomNumberGenerator.GetHexString(16);
        return string.Create(CultureInfo.InvariantCulture, $"{random[..8]}-{random[8..12]}-{random[12..]}-E065-{++_pollNumber:D12}");
    }

    public long NextMessageId() => ++_messageNumber;

    /// <summary>The initials of a name, a number, and <c>-DK</c>.</summary>
    public string NextHandle(string name)
    {
        var initials = name
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => char.IsAsciiLetter(word[0]))
            .Take(3)
            .Select(word => char.ToUpperInvariant(word[0]))
            .ToArray();
        var prefix = initials.Length == 0 ? "X" : new string(initials);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{++_handleNumber}-DK");
    }

    /// <summary>A token of the form role, operation, 32 hexadecimal digits.</summary>
    public static string NewToken(string role, DkTokenPurpose purpose)
    {
        var operation = purpose == DkTokenPurpose.Transfer ? "TRANSFER" : "REDEL";
        return $"{role}-{operation}-{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
    }
}

/// <summary>The registry's counters, so that no number is used twice.</summary>
internal sealed record DkCounters(DateOnly TrackingDay, int TrackingNumber, int HandleNumber, long MessageNumber);
