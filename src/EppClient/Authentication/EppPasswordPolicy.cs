using System.Globalization;

namespace EppClient;

/// <summary>What a registry demands of a new password, beside its schema.</summary>
public sealed record EppPasswordPolicy
{
    /// <summary>The fewest characters. Default: 0.</summary>
    public int MinLength { get; init; }

    /// <summary>The most characters. Default: no limit.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>The characters that may occur beside a-z, A-Z and 0-9. Default: null, all.</summary>
    public string? SpecialCharacters { get; init; }

    /// <summary>Of how many kinds the characters must be: lower case, upper case, digits, others. Default: 1; from 0 to 4.</summary>
    public int MinKinds { get; init; } = 1;

    /// <summary>Tells which rule a password breaks.</summary>
    /// <param name="password">The password. It is not in what is returned.</param>
    /// <returns>The rule, such as "must have 8 to 64 characters, has 5"; null where the password breaks none.</returns>
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
