namespace DkLifecycle.Output;

/// <summary>Breaks a line between words.</summary>
internal static class TextWrap
{
    /// <param name="text">The line; the part before <paramref name="indent"/> is kept unchanged.</param>
    /// <param name="width">The maximum number of characters per line; a longer word gets its own line.</param>
    /// <param name="indent">The column at which the continuation lines begin.</param>
    public static IEnumerable<string> Wrap(string text, int width, int indent)
    {
        var rest = text.TrimEnd();
        while (rest.Length > width)
        {
            var end = rest.LastIndexOf(' ', width);
            if (end <= indent)
            {
                end = rest.IndexOf(' ', indent + 1);
            }

            if (end < 0)
            {
                break;
            }

            yield return rest[..end].TrimEnd();
            rest = new string(' ', indent) + rest[end..].TrimStart();
        }

        yield return rest;
    }
}
