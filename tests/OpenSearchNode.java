import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One node of a cluster: its folder, name, two ports, the addresses and the names of all nodes. */
public class OpenSearchNode {
    public static void main(String[] given) throws Exception {
        String folder = given[0], name = given[1], http = given[2], transport = given[3];
        String[] seeds = given[4].split(","), names = given[5].split(",");
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("node.name", name);
            settings.put("network.host", "127.0.0.1");
            settings.put("http.port", http);
            settings.put("transport.port", transport);
            settings.putList("discovery.seed_hosts", seeds);
            settings.putList("cluster.initial_cluster_manager_nodes", names);
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
            settings.remove("discovery.type");
        });
        runner.build(newConfigs().basePath(folder).numOfNode(1).clusterName("chancery"));
        Thread.currentThread().join();
    }
}
