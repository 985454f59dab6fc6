namespace EppClient.Dk.Testing.Rules;

/// <summary>8 to 64 characters of at least three of four classes.</summary>
internal static class Passwords
{
    private const string Special = "%`'()*+-,./:;<>=!_&~{}|^?$#@\"[]";
    private const int MinimumLength = 8;
    private const int MaximumLength = 64;
    private const int MinimumClasses = 3;

    public static bool IsAcceptable(string password)
    {
        if (password.Length is < MinimumLength or > MaximumLength)
        {
            return false;
        }

        var lower = password.Count(char.IsAsciiLetterLower);
        var upper = password.Count(char.IsAsciiLetterUpper);
        var digits = password.Count(char.IsAsciiDigit);
        var special = password.Count(Special.Contains);
        int[] classes = [lower, upper, digits, special];
        return classes.Sum() == password.Length && classes.Count(count => count > 0) >= MinimumClasses;
    }
}
