using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EppClient.Xml;

/// <content>Checks the content of an object before it is written.</content>
public sealed partial class EppXmlWriter
{
    /// <summary>Checks that a required member is set.</summary>
    /// <param name="value">The value.</param>
    /// <param name="member">The member, for the error.</param>
    /// <exception cref="EppValidationException">The value is null.</exception>
    public static void Require([NotNull] object? value, string member)
    {
        if (value is null)
        {
            throw new EppValidationException(member, "must be set");
        }
    }

    /// <inheritdoc cref="Require(object, string)"/>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static void Require<T>([NotNull] T? value, string member)
        where T : struct
    {
        if (value is null)
        {
            throw new EppValidationException(member, "must be set");
        }
    }

    /// <summary>Checks the number of occurrences of an element.</summary>
    /// <param name="count">The number of values.</param>
    /// <param name="least">The minOccurs value of the schema.</param>
    /// <param name="most">The maxOccurs value of the schema; <see cref="int.MaxValue"/> for unbounded.</param>
    /// <param name="member">The member, for the error.</param>
    /// <exception cref="EppValidationException">There are too few or too many values.</exception>
    public static void CheckCount(int count, int least, int most, string member)
    {
        if (count < least || count > most)
        {
            var range = most == int.MaxValue ? $"at least {least}" : $"{least} to {most}";
            throw new EppValidationException(member, $"must hold {range} values, holds {count}");
        }
    }

    /// <summary>Checks that a list contains no null and, in a command, no empty text.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The list.</param>
    /// <param name="member">The member, for the error.</param>
    /// <exception cref="EppValidationException">An item is null or empty.</exception>
    public void CheckItems<T>(IReadOnlyList<T> items, string member)
    {
        ArgumentNullException.ThrowIfNull(items);
        for (var i = 0; i < items.Count; i++)
        {
            if (Lack(items[i]) is { } lack)
            {
                throw new EppValidationException(string.Create(CultureInfo.InvariantCulture, $"{member}[{i}]"), lack);
            }
        }
    }

    /// <summary>Checks that at most one branch of a choice is set.</summary>
    /// <param name="required">Whether one branch must be set.</param>
    /// <param name="type">The C# type, for the error.</param>
    /// <param name="members">The members of the branches, for the error.</param>
    /// <param name="present">For each branch, whether any of its members is set.</param>
    /// <exception cref="EppValidationException">Several branches are set, or a required choice has none.</exception>
    public static void CheckChoice(bool required, string type, string members, params ReadOnlySpan<bool> present)
    {
        var count = present.Count(true);
        if (count > 1 || (required && count == 0))
        {
            throw new EppValidationException(type, $"must have {(required ? "exactly" : "at most")} one of {members} set, has {count}");
        }
    }

    /// <summary>Checks that a member is set if any member of its sequence is.</summary>
    /// <param name="present">Whether any member of the sequence is set.</param>
    /// <param name="value">Whether the member is set.</param>
    /// <param name="member">The member, for the error.</param>
    /// <exception cref="EppValidationException">The member is missing.</exception>
    public static void CheckTogether(bool present, bool value, string member)
    {
        if (present && !value)
        {
            throw new EppValidationException(member, "must be set if the other members of its sequence are set");
        }
    }

    private string? Lack<T>(T item) => item switch
    {
        null => "must not be null",
        string text when IsCommand && text.AsSpan().Trim(" \t\r\n").IsEmpty => "must not be empty",
        _ => null,
    };
}
