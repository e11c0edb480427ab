# Writes the reference numbers of the second opinions: Rscript second-opinions.R (after clusters.R, which writes the data).
# R with the packages cluster and stats.
library(cluster)
number <- function(x) formatC(x, digits = 15, format = "g", width = 1)
set.seed(7)

# A mixed table with gaps: two numbers, one of them constant where known, an ordered answer, two categories.
n <- 24
mixed <- data.frame(
  size = round(exp(rnorm(n, 9, 1))), share = round(runif(n), 2), same = 3, answer = sample(c(1, 2, 4, 5), n, TRUE),
  region = sample(c("east", "north", "south", "west"), n, TRUE), ready = sample(c("no", "yes"), n, TRUE),
  stringsAsFactors = TRUE)
for (column in names(mixed)) mixed[sample(n, 4), column] <- NA
write.csv(mixed, "mixed.csv", row.names = FALSE, quote = FALSE, na = "")
weights <- list(equal = rep(1, 6), blocks = c(3, .5, 1, 2, .25, 1))
rows <- c()
for (name in names(weights)) {
  table <- as.matrix(suppressWarnings(
    daisy(mixed, metric = "gower", type = list(ordratio = "answer"), weights = weights[[name]])))
  rows <- c(rows, sapply(1:n, function(i) paste(name, i - 1, paste(number(table[i, ]), collapse = " "), sep = ",")))
}
writeLines(c("weights,row,dissimilarities", rows), "gower.csv")

# Partitioning around medoids: of distances, of Manhattan distances of whole numbers (many ties), of the mixed table.
set.seed(8)
grid <- matrix(sample(1:5, 60 * 3, TRUE), 60)
write.table(grid, "answers.csv", sep = ",", row.names = FALSE, col.names = c("a", "b", "c"))
tables <- list(
  iris = dist(as.matrix(read.csv("iris.csv"))), "usarrests-z" = dist(as.matrix(read.csv("usarrests-z.csv"))),
  answers = dist(grid),
  mixed = suppressWarnings(daisy(mixed, metric = "gower", type = list(ordratio = "answer"), weights = weights$blocks)))
rows <- c()
for (name in names(tables)) for (k in 1:7) {
  fit <- pam(tables[[name]], k, diss = TRUE)
  rows <- c(rows, paste(name, k, number(fit$objective[["build"]]), number(fit$objective[["swap"]]),
    paste(sort(as.integer(fit$id.med)) - 1, collapse = " "), paste(fit$clustering, collapse = " "), sep = ","))
}
writeLines(c("data,k,build,swap,medoids,labels", rows), "pam.csv")

# Ward: all heights, and the division into five.
rows <- c()
for (name in c("iris", "usarrests-z", "answers")) {
  tree <- hclust(tables[[name]], method = "ward.D2")
  rows <- c(rows, paste(name, paste(number(tree$height), collapse = " "), paste(cutree(tree, 5), collapse = " "),
    paste(cutree(tree, 12), collapse = " "), sep = ","))
}
writeLines(c("data,heights,five,twelve", rows), "ward.csv")
