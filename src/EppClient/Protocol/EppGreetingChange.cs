using System.Globalization;
using System.Text;

namespace EppClient.Protocol;

/// <summary>What differs in a greeting from the one before it, or, in the first, from the profile.</summary>
public sealed record EppGreetingChange
{
    /// <summary>The greeting.</summary>
    public required EppGreeting Greeting { get; init; }

    /// <summary>The greeting before it; null for the first of a pool.</summary>
    public EppGreeting? Previous { get; init; }

    /// <summary>Services that are offered, and were not before, or are not in <see cref="EppProfile.OfferedServices"/>; as the registry spells them.</summary>
    public IReadOnlyList<string> AddedServices { get; init; } = [];

    /// <summary>Services that are no longer offered, or not although the profile says so; as the registry spells them.</summary>
    public IReadOnlyList<string> RemovedServices { get; init; } = [];

    /// <summary>Whether the name of the server, often with a version in it, or the versions of the protocol differ.</summary>
    public bool HasServerChanged { get; init; }

    /// <summary>How far the registry's clock is ahead of this machine's, when that has become more than <see cref="EppOptions.MaxClockSkew"/>, or less again; else null.</summary>
    public TimeSpan? ClockSkew { get; init; }

    internal bool IsEmpty => AddedServices.Count == 0 && RemovedServices.Count == 0 && !HasServerChanged && ClockSkew is null;

    /// <summary>All differences in one line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"The greeting of {Greeting.ServerId}");
        var separator = " ";
        Append(AddedServices, Previous is null ? "offers, unknown to the profile," : "newly offers");
        Append(RemovedServices, Previous is null ? "does not offer, though the profile says so," : "no longer offers");
        if (HasServerChanged)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"speaks {string.Join(", ", Greeting.Versions)}; before it was {Previous?.ServerId} with {string.Join(", ", Previous?.Versions ?? [])}"));
        }

        if (ClockSkew is { } skew)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"has a clock that is {Math.Abs(skew.TotalSeconds):0} s {(skew < TimeSpan.Zero ? "behind" : "ahead of")} this machine's"));
        }

        return text.ToString();

        void Append(IReadOnlyList<string> services, string verb)
        {
            if (services.Count > 0)
            {
                Add($"{verb} {string.Join(", ", services)}");
            }
        }

        void Add(string part)
        {
            text.Append(separator).Append(part);
            separator = "; ";
        }
    }
}
