using System.Globalization;

namespace EppClient;

/// <summary>The rules of a registry for new passwords, in addition to its schema.</summary>
public sealed record EppPasswordPolicy
{
    /// <summary>The minimum number of characters. Default: 0.</summary>
    public int MinLength { get; init; }

    /// <summary>The maximum number of characters. Default: no limit.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>The characters that are allowed in addition to a-z, A-Z and 0-9. Default: null, all.</summary>
    public string? SpecialCharacters { get; init; }

    /// <summary>The minimum number of kinds of characters: lower case, upper case, digits, others. Default: 1; from 0 to 4.</summary>
    public int MinKinds { get; init; } = 1;

    /// <summary>Returns the rule that a password violates.</summary>
    /// <param name="password">The password. The returned text does not contain it.</param>
    /// <returns>The rule, such as "must have 8 to 64 characters, has 5"; null if the password violates none.</returns>
    public string? Violation(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length < MinLength || password.Length > MaxLength)
        {
            return string.Create(CultureInfo.InvariantCulture, $"must have {MinLength} to {MaxLength} characters, has {password.Length}");
        }

        if (SpecialCharacters is { } special && password.Any(c => !char.IsAsciiLetterOrDigit(c) && !special.Contains(c)))
        {
            return $"may have a-z, A-Z, 0-9 and {special} only";
        }

        var kinds = Count(password.Any(char.IsLower)) + Count(password.Any(char.IsUpper)) + Count(password.Any(char.IsDigit))
            + Count(password.Any(c => !char.IsLower(c) && !char.IsUpper(c) && !char.IsDigit(c)));
        return kinds < MinKinds
            ? string.Create(CultureInfo.InvariantCulture, $"must have characters of {MinKinds} kinds (lower case, upper case, digits, others), has {kinds}")
            : null;
    }

    private static int Count(bool isThere) => isThere ? 1 : 0;
}
