using System.Text;
using EppClient.Recovery;

namespace EppClient.Tests.Recovery;

public sealed class EppFileJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eppclient-journal-").FullName;

    private string JournalPath => Path.Combine(_folder, "commands.journal");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 30_000)]
    public async Task Incomplete_records_are_read_when_the_file_is_reopened()
    {
        await using (var journal = EppFileJournal.Open(JournalPath))
        {
            await journal.RecordAsync(Record("1"), CancellationToken.None);
            await journal.RecordAsync(Record("2") with { RegistryTime = Record("2").WrittenAt.AddHours(1), Message = Encoding.UTF8.GetBytes("<a>\n\"æ</a>") }, CancellationToken.None);
            await journal.CompleteAsync("1", CancellationToken.None);
            await journal.CompleteAsync("unknown", CancellationToken.None);
            (await journal.ReadIncompleteAsync(CancellationToken.None)).Should().ContainSingle();
        }

        await using var again = EppFileJournal.Open(JournalPath);
        var left = (await again.ReadIncompleteAsync(CancellationToken.None)).Should().ContainSingle().Subject;

        left.Should().BeEquivalentTo(Record("2") with { RegistryTime = Record("2").WrittenAt.AddHours(1) }, options => options.Excluding(record => record.Message).ComparingByMembers<EppJournalRecord>());
        Encoding.UTF8.GetString(left.Message.Span).Should().Be("<a>\n\"æ</a>");
    }

    [Fact(Timeout = 30_000)]
    public async Task Record_is_in_the_file_when_the_call_returns()
    {
        await using var journal = EppFileJournal.Open(JournalPath);

        await journal.RecordAsync(Record("1"), CancellationToken.None);

        (await ReadSharedAsync()).Should().Contain("\"sent\":\"1\"");
    }

    [Theory(Timeout = 30_000)]
    [InlineData("{\"sent\":\"2\",\"acc")]
    [InlineData("{\"sent\":\"2\"}\n")]
    [InlineData("\0\0\0\0")]
    public async Task Truncated_last_record_is_dropped_and_overwritten(string tail)
    {
        await using (var journal = EppFileJournal.Open(JournalPath))
        {
            await journal.RecordAsync(Record("1"), CancellationToken.None);
        }

        await File.AppendAllTextAsync(JournalPath, tail);
        await using (var journal = EppFileJournal.Open(JournalPath))
        {
            await journal.RecordAsync(Record("3"), CancellationToken.None);
        }

        await using var again = EppFileJournal.Open(JournalPath);
        (await again.ReadIncompleteAsync(CancellationToken.None)).Select(record => record.Id).Should().Equal("1", "3");
    }

    [Fact(Timeout = 30_000)]
    public async Task File_truncated_anywhere_opens_with_its_complete_records()
    {
        await using (var journal = EppFileJournal.Open(JournalPath))
        {
            await journal.RecordAsync(Record("1"), CancellationToken.None);
            await journal.RecordAsync(Record("2"), CancellationToken.None);
        }

        var whole = await File.ReadAllBytesAsync(JournalPath);
        for (var length = 0; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(JournalPath, whole.AsMemory(0, length));
            await using var journal = EppFileJournal.Open(JournalPath);
            (await journal.ReadIncompleteAsync(CancellationToken.None)).Should().HaveCount(whole.AsSpan(0, length).Count((byte)'\n'));
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Damage_before_the_last_record_is_an_error()
    {
        await using (var journal = EppFileJournal.Open(JournalPath))
        {
            await journal.RecordAsync(Record("1"), CancellationToken.None);
        }

        await File.WriteAllTextAsync(JournalPath, "rubbish\n" + await File.ReadAllTextAsync(JournalPath));

        FluentActions.Invoking(() => EppFileJournal.Open(JournalPath)).Should().Throw<EppJournalException>().WithMessage("*damaged at byte 0*");
    }

    [Theory]
    [InlineData("name;expires\na.example;2027-01-01\n")]
    [InlineData("no line at all")]
    [InlineData("{ \"name\": \"a.example\" }")]
    public async Task File_that_is_not_a_journal_is_refused_and_not_changed(string content)
    {
        await File.WriteAllTextAsync(JournalPath, content);

        FluentActions.Invoking(() => EppFileJournal.Open(JournalPath)).Should().Throw<EppJournalException>().WithMessage("*is not a journal*");

        (await File.ReadAllTextAsync(JournalPath)).Should().Be(content);
    }

    [Fact(Timeout = 60_000)]
    public async Task File_does_not_grow_with_completed_records()
    {
        var large = Record("1") with { Message = new byte[50_000].Select(_ => (byte)'x').ToArray() };
        await using (var journal = EppFileJournal.Open(JournalPath))
        {
            await journal.RecordAsync(large with { Id = "open" }, CancellationToken.None);
            for (var i = 0; i < 100; i++)
            {
                await journal.RecordAsync(large with { Id = $"{i}" }, CancellationToken.None);
                await journal.CompleteAsync($"{i}", CancellationToken.None);
            }
        }

        new FileInfo(JournalPath).Length.Should().BeLessThan(2 * 1024 * 1024);
        await using var again = EppFileJournal.Open(JournalPath);
        (await again.ReadIncompleteAsync(CancellationToken.None)).Should().ContainSingle().Which.Id.Should().Be("open");
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Journal_that_cannot_be_rewritten_refuses_records_and_leaves_no_other_file_open(bool isCreated)
    {
        var journal = EppFileJournal.Open(JournalPath);
        await journal.RecordAsync(Record("1") with { Message = new byte[1_200_000].Select(_ => (byte)'x').ToArray() }, CancellationToken.None);

        // A directory has the path of the new file or of the journal itself.
        if (isCreated)
        {
            File.Delete(JournalPath);
        }

        Directory.CreateDirectory(isCreated ? JournalPath : JournalPath + ".new");
        await journal.CompleteAsync("1", CancellationToken.None);
        var record = () => journal.RecordAsync(Record("2"), CancellationToken.None).AsTask();

        (await record.Should().ThrowAsync<EppJournalException>().WithMessage("*failed*open the journal again*")).WithInnerException<Exception>();
        await record.Should().ThrowAsync<EppJournalException>("the content of the disk is unknown");
        if (isCreated)
        {
            FluentActions.Invoking(() => new FileStream(JournalPath + ".new", FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose()).Should().NotThrow();
        }

        await journal.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task File_whose_records_are_mostly_incomplete_is_not_rewritten()
    {
        var large = Record("1") with { Message = new byte[100_000].Select(_ => (byte)'x').ToArray() };
        await using var journal = EppFileJournal.Open(JournalPath);
        for (var i = 0; i < 15; i++)
        {
            await journal.RecordAsync(large with { Id = $"{i}" }, CancellationToken.None);
        }

        await journal.CompleteAsync("0", CancellationToken.None);
        await journal.RecordAsync(Record("last"), CancellationToken.None);

        (await ReadSharedAsync()).Should().Contain("\"sent\":\"0\"").And.Contain("\"settled\":\"0\"");
    }

    [Fact(Timeout = 30_000)]
    public async Task File_is_closed_when_the_journal_is_disposed()
    {
        await EppFileJournal.Open(JournalPath).DisposeAsync();

        FluentActions.Invoking(() => new FileStream(JournalPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose()).Should().NotThrow();
    }

    [Fact(Timeout = 30_000)]
    public async Task Concurrent_records_are_all_kept()
    {
        await using (var journal = EppFileJournal.Open(JournalPath))
        {
            await Task.WhenAll(Enumerable.Range(0, 500).Select(i => journal.RecordAsync(Record($"{i}"), CancellationToken.None).AsTask()));
        }

        await using var again = EppFileJournal.Open(JournalPath);
        (await again.ReadIncompleteAsync(CancellationToken.None)).Should().HaveCount(500);
    }

    [Fact(Timeout = 30_000)]
    public async Task File_that_is_in_use_is_refused()
    {
        await using var journal = EppFileJournal.Open(JournalPath);

        FluentActions.Invoking(() => EppFileJournal.Open(JournalPath)).Should().Throw<EppJournalException>().WithMessage("*Only one process*");
    }

    [SkippableFact(Timeout = 30_000)]
    public async Task Only_the_owner_may_read_the_file()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using var journal = EppFileJournal.Open(JournalPath);

        var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(JournalPath);

        mode.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact(Timeout = 30_000)]
    public async Task Closed_journal_refuses_records()
    {
        var journal = EppFileJournal.Open(JournalPath);
        await journal.DisposeAsync();

        await journal.Invoking(j => j.RecordAsync(Record("1"), CancellationToken.None).AsTask()).Should().ThrowAsync<ObjectDisposedException>();
    }

    private static EppJournalRecord Record(string id) => new()
    {
        Id = id,
        Account = "REG-1@epp.example:700",
        ClientTransactionId = $"C-{id}",
        WrittenAt = new DateTimeOffset(2026, 11, 1, 12, 0, 0, 123, TimeSpan.Zero),
        Command = "create domain",
        Message = "<epp/>"u8.ToArray(),
    };

    private async Task<string> ReadSharedAsync()
    {
        await using var stream = new FileStream(JournalPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    [Fact]
    public void Directory_of_a_file_is_flushed_and_a_missing_one_is_an_error()
    {
        var path = Path.Combine(_folder, "file");
        File.WriteAllText(path + ".new", "new");

        DurableFile.Replace(path + ".new", path);

        File.ReadAllText(path).Should().Be("new");
        if (OperatingSystem.IsLinux())
        {
            Directory.GetFileSystemEntries("/proc/self/fd").Select(open => new FileInfo(open).LinkTarget).Should().NotContain(_folder, "its handle is closed");
        }

        if (!OperatingSystem.IsWindows())
        {
            FluentActions.Invoking(() => DurableFile.FlushFolderOf(Path.Combine(_folder, "missing", "file"))).Should().Throw<IOException>().WithMessage("*missing*");
        }
    }
}
