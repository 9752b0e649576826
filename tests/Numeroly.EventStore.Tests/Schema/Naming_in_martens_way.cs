using Numeroly.EventStore.Schema;

namespace Numeroly.EventStore.Tests.Schema;

public class Naming_in_martens_way
{
    [Theory]
    [InlineData(typeof(MessagePosted), "message_posted")]
    [InlineData(typeof(HTTPRequestReceived), "http_request_received")]
    [InlineData(typeof(OrderV2), "order_v2")]
    [InlineData(typeof(Order2Placed), "order_2_placed")]
    [InlineData(typeof(HTTPCallDone2XX), "http_call_done_2xx")]
    [InlineData(typeof(Order_Placed), "order___placed")]
    public void An_alias_is_the_class_name_in_snake_case(Type type, string alias) => MartenNames.Alias(type).ShouldBe(alias);

    [Fact]
    public void A_document_table_is_the_class_name_in_lower_case() =>
        MartenNames.DocumentTable(typeof(MessagePosted)).ShouldBe("public.mt_doc_messageposted");

    [Fact]
    public void A_dotnet_type_has_no_assembly_version() =>
        MartenNames.DotnetType(typeof(NotebookOpened)).ShouldBe("Numeroly.EventStore.Tests.NotebookOpened, Numeroly.EventStore.Tests");

    private sealed class MessagePosted;

    private sealed class HTTPRequestReceived;

    private sealed class OrderV2;

    private sealed class Order2Placed;

    private sealed class HTTPCallDone2XX;

    private sealed class Order_Placed;
}
