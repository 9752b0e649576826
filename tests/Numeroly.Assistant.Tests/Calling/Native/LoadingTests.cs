using Microsoft.Extensions.DependencyInjection;
using Numeroly.Assistant.Calling;
using Numeroly.Assistant.Calling.Native.Library;
using Numeroly.Events.Conversations;

namespace Numeroly.Assistant.Tests.Calling.Native;

[Collection(OneNativeLibrary.Name)]
public sealed class LoadingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_library_it_says_where_to_get_it_and_nothing_is_joined()
    {
        await using var services = NativeCallTest.Services();

        await RefusesAsync(services, "beside the program", "github.com/daily-co/daily-core-sdk", "DAILY_CORE_LIBRARY");
    }

    [Fact]
    public async Task A_named_file_that_is_not_there_is_named_in_the_reason()
    {
        await using var services = NativeCallTest.Services(("Assistant:Calling:Native:Library", "/nowhere/libdaily_core.so"));

        await RefusesAsync(services, "/nowhere/libdaily_core.so", "DAILY_CORE_LIBRARY");
    }

    [Fact]
    public async Task A_file_that_is_no_library_is_refused()
    {
        await using var services = NativeCallTest.Services(("Assistant:Calling:Native:Library", typeof(LoadingTests).Assembly.Location));

        await RefusesAsync(services, "cannot be loaded");
    }

    [Fact]
    public async Task A_library_that_lacks_a_function_is_refused_by_the_function_s_name()
    {
        await using var services = NativeCallTest.Services(("Assistant:Calling:Native:Library", await NativeLibraryBuild.LackingAsync()));

        await RefusesAsync(services, "has no function daily_core_", "0.23");
    }

    [Fact]
    public void Every_function_that_is_called_is_looked_for_beforehand() =>
        DailyLibrary.Exports.Distinct().Count().ShouldBe(typeof(DailyCore).GetMethods().Count(method => method.DeclaringType == typeof(DailyCore) && method.IsStatic));

    private static async Task RefusesAsync(ServiceProvider services, params string[] said)
    {
        var calls = services.GetServices<ICallTransport>().Single();
        calls.Name.ShouldBe("native");

        var whyNot = (await calls.WhyNotAsync(Stop)).ShouldNotBeNull();

        foreach (var part in said) whyNot.ShouldContain(part);
        var invitation = new CallInvitation(Guid.NewGuid(), new("https://numeroly.daily.co/room"), "token", "Numeroly", Language.Vi);
        var refused = await Should.ThrowAsync<CallFailedException>(calls.JoinAsync(invitation, Stop));
        refused.Message.ShouldBe(whyNot);
        refused.MayHelpToTryAgain.ShouldBeFalse();
    }
}
